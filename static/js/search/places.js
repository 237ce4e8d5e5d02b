/* The search in the address and in the history. Back from a case leads to the same list, place and focus: the entry in the
   history remembers which link was followed. The way back that stands on the page of the case names the case instead,
   behind the sign #, for from a folder it cannot go back in the history. */
(() => {
  "use strict";

  const caselawSearch = window.caselawSearch;

  caselawSearch.here = () => location.href.split(/[?#]/)[0];

  // Asked by the reader: a new entry in the history, so that Back leads to the search before.
  caselawSearch.enterAddress = (wanted) => {
    const address = caselawSearch.here() + caselawSearch.queryOf(wanted);
    if (address !== location.href) history.pushState(null, "", address);
  };

  caselawSearch.rememberShown = (wanted, shown) => {
    const address = new URLSearchParams(wanted);
    address.set("shown", shown);
    history.replaceState(null, "", caselawSearch.here() + caselawSearch.queryOf(address));
  };

  caselawSearch.rememberPlace = (link) => {
    const result = link.closest(".search-result");
    const place = [...result.querySelectorAll("a")].indexOf(link);
    history.replaceState({ result: result.id, place, top: window.scrollY }, "");
    const address = new URL(link.href);
    if (!address.searchParams.has("hit")) return;
    address.searchParams.set("list", location.search.slice(1)); // as long as it is by now
    link.href = address;
  };

  // A printed list is found again with its query and filters.
  const address = document.querySelector(".site-footer-address");
  const addressOfPage = address?.textContent;
  window.addEventListener("beforeprint", () => address && (address.textContent = addressOfPage + location.search));

  caselawSearch.restorePlace = (list) => {
    const { result, place, top } = history.state || { result: location.hash.slice(1), place: 0 };
    const link = [...list.children].find(({ id }) => id && id === result)?.querySelectorAll("a")[place];
    if (!link) return;
    history.replaceState(null, "", caselawSearch.here() + location.search);
    link.focus({ preventScroll: top !== undefined });
    if (top !== undefined) window.scrollTo(0, top);
  };
})();
