// Starts the deck, and makes what is taller than a slide fit: first smaller, then scrolled.
"use strict";

const WIDTH = 1120;
const HEIGHT = 700;
const SMALLEST = 60; // per cent

const deck = new Reveal({
  width: WIDTH, height: HEIGHT, margin: 0.04, center: false, hash: true, transition: "none", backgroundTransition: "none",
  slideNumber: "c/t", plugins: [RevealNotes],
});

function fit(slide) {
  if (!slide || slide.dataset.fitted) return;
  slide.dataset.fitted = "yes";
  for (let size = 100; slide.scrollHeight > HEIGHT && size >= SMALLEST; size -= 5) slide.style.fontSize = `${size}%`;
  if (slide.scrollHeight > HEIGHT) {
    slide.classList.add("scrolls");
    slide.tabIndex = 0;
  }
}

// Pictures give a slide its height.
const loaded = new Promise((done) => (document.readyState === "complete" ? done() : addEventListener("load", done)));
loaded.then(() => deck.initialize()).then(() => {
  fit(deck.getCurrentSlide());
  deck.on("slidechanged", (event) => fit(event.currentSlide));
  document.querySelector(".controls").setAttribute("role", "none"); // no landmark of its own inside the slides
  document.documentElement.dataset.deck = "ready";
});
