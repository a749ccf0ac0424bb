// Follows what is new, unless somebody is typing there.

const margin = 24;

const typing = (scroll) => scroll.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");

/** Shows the newest message whole, or its beginning where it is longer than the screen. One line more never pushes a live banner away. */
export function follow(scroll, { came, changed }) {
  const newest = came.at(-1) ?? changed.at(-1);
  if (!newest || typing(scroll)) return;
  const topOf = (item) => item.offsetTop - scroll.offsetTop;
  const end = topOf(newest) + newest.offsetHeight - scroll.clientHeight + margin;
  const banner = newest.querySelector(".card") ? null : [...scroll.querySelectorAll("[id=authority-live]")].at(-1)?.closest(".message");
  const most = banner ? topOf(banner) : Infinity;
  const seen = scroll.scrollTop <= topOf(newest) && scroll.scrollTop >= end - margin;
  if (came.length > 0 || !seen) scroll.scrollTop = Math.min(topOf(newest), end, most);
}
