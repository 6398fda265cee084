// What a book of notebooks adds to furo: every control by keyboard, and a search that fetches nothing from a file.
"use strict";

if (typeof DOCUMENTATION_OPTIONS !== "undefined" && location.protocol === "file:") {
  DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false; // a browser lets no file read another
}

// What a search shows of a page is its text: no styles, no line of links above it, no folded answers.
function plain(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  for (const part of page.querySelectorAll("style, script, details, .headerlink, .page-links, .run")) part.remove();
  return (page.querySelector("[role=main]") || page.body).textContent.replace(/\s+/g, " ");
}

document.addEventListener("DOMContentLoaded", () => {
  if (typeof Search !== "undefined") Search.htmlToText = plain;
  // furo's two drawers open by labels, which take no focus; buttons do.
  for (const label of document.querySelectorAll("label.nav-overlay-icon, label.toc-overlay-icon")) {
    const box = document.getElementById(label.htmlFor);
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.append(...label.childNodes);
    const say = () => button.setAttribute("aria-expanded", box.checked);
    button.addEventListener("click", () => box.click());
    box.addEventListener("change", say);
    say();
    label.replaceWith(button);
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      for (const box of document.querySelectorAll("input.sidebar-toggle:checked")) box.click();
    }
  });
  // What scrolls sideways can be scrolled by arrow keys.
  const scrollers = document.querySelectorAll(".output_area, .input_area, .table-wrapper, .math-wrapper, pre, .toc-scroll, .sidebar-scroll");
  const reach = () => {
    for (const each of scrollers) {
      const scrolls = each.scrollWidth > each.clientWidth || each.scrollHeight > each.clientHeight;
      const flows = !["visible", "hidden", "clip"].includes(getComputedStyle(each).overflowX) || getComputedStyle(each).overflowY === "auto";
      if (scrolls && flows) each.tabIndex = 0;
      else each.removeAttribute("tabindex");
    }
  };
  reach();
  addEventListener("resize", reach);
  addEventListener("load", reach);
});
