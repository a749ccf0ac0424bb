// Draws one card three ways, for its picture. Nothing on it does anything.
import { draw } from "./card.js";
import { byId, make } from "./dom.js";

const ways = [["light", ""], ["dark", ""], ["light", "phone"]];

const drawn = (card, [theme, className]) => make("section", { className, data: { theme }, aria: { label: `${theme} ${className}` } }, draw(card, () => {}));

/** What of a card stands beyond its edge: nothing, when all of it can be read. */
function cutOff(card) {
  const edge = card.getBoundingClientRect();
  const beyond = (box) => box.width > 0 && (box.right > edge.right + 0.5 || box.left < edge.left - 0.5);
  const parts = [...card.querySelectorAll("*")];
  return parts
    .filter((part) => beyond(part.getBoundingClientRect()) || (part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX === "hidden" && part.tagName !== "INPUT"))
    .map((part) => part.outerHTML.slice(0, 160));
}

/** Hints that do not fit into their field: what stands beyond its edge cannot be read before it is typed over. */
function cutHints(card) {
  const ruler = document.createElement("canvas").getContext("2d");
  return [...card.querySelectorAll("input[placeholder]:not([placeholder=''])")]
    .filter((field) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(field);
      ruler.font = font;
      return ruler.measureText(field.placeholder).width > field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    })
    .map((field) => `cut off: ${field.placeholder}`);
}

globalThis.drawSheet = (card) => {
  byId("sheet").replaceChildren(...ways.map((way) => drawn(card, way)));
  return [...document.querySelectorAll(".card")].flatMap((card) => [...cutOff(card), ...cutHints(card)]);
};
