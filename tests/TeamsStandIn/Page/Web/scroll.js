// Follows what is new, unless somebody is typing there.

const typing = (scroll) => scroll.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");

/** Shows the newest message whole, or its beginning where it is longer than the screen. */
export function follow(scroll, { came, changed }) {
  const newest = came.at(-1) ?? changed.at(-1);
  if (!newest || typing(scroll)) return;
  const top = newest.offsetTop - scroll.offsetTop;
  const end = top + newest.offsetHeight - scroll.clientHeight;
  scroll.scrollTop = came.length > 0 ? Math.min(top, end + 24) : scroll.scrollTop > top || scroll.scrollTop < end ? Math.min(top, end + 24) : scroll.scrollTop;
}
