// Light or dark: as the computer says, until somebody chooses.
import { byId } from "./dom.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const kept = "colours";

export function startTheme() {
  const choice = byId("theme");
  const apply = () => {
    document.documentElement.dataset.theme = choice.value === "system" ? (dark.matches ? "dark" : "light") : choice.value;
  };
  choice.value = localStorage.getItem(kept) ?? "system";
  choice.addEventListener("change", () => {
    localStorage.setItem(kept, choice.value);
    apply();
  });
  dark.addEventListener("change", apply);
  apply();
}
