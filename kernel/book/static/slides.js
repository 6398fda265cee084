// Starts the deck, and makes what is taller than a slide fit: first smaller, then scrolled.
"use strict";

const WIDTH = 1120;
const HEIGHT = 640;
const SMALLEST = 60; // per cent

const deck = new Reveal({
  width: WIDTH, height: HEIGHT, margin: 0.08, center: false, hash: true, transition: "none", backgroundTransition: "none",
  navigationMode: "linear", // the arrow to the right leaves no slide out
  slideNumber: "c/t", plugins: [RevealNotes],
  // What has the focus takes the keys that it knows: Space and Enter open an answer and follow a link.
  keyboardCondition: (event) => ![" ", "Enter"].includes(event.key) || !event.target.closest?.("summary, a, button, input"),
});

// The part of a slide's height that its pictures have at least, and how much larger than drawn a picture may become.
const PICTURES = 0.6;
const TALL_PICTURES = 0.8;
const TALL = 450; // pixels
const LARGEST = 2.4;

function shrink(slide, height) {
  for (let size = 100; slide.scrollHeight > height && size >= SMALLEST; size -= 5) slide.style.fontSize = `${size}%`;
}

// Pictures take what the text leaves; text that leaves too little becomes smaller.
function enlarge(slide, pictures) {
  const share = pictures.some((picture) => picture.naturalHeight > TALL) ? TALL_PICTURES : PICTURES;
  for (const picture of pictures) picture.style.display = "none";
  shrink(slide, HEIGHT * (1 - share));
  const room = Math.max(HEIGHT - slide.offsetHeight - 24, HEIGHT * share / 2) / pictures.length;
  for (const picture of pictures) {
    const scale = Math.min((slide.clientWidth - 48) / picture.naturalWidth, room / picture.naturalHeight, LARGEST);
    picture.style.cssText = `width:${Math.floor(picture.naturalWidth * scale)}px;height:auto`;
  }
}

function fit(slide) {
  if (!slide || slide.dataset.fitted) return;
  slide.dataset.fitted = "yes";
  slide.style.fontSize = "";
  slide.classList.remove("scrolls");
  slide.removeAttribute("tabindex");
  const pictures = [...slide.querySelectorAll("a.picture img")].filter((picture) => picture.naturalWidth);
  if (pictures.length) enlarge(slide, pictures);
  else shrink(slide, HEIGHT);
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
  // An answer that is opened needs room, too.
  document.addEventListener("toggle", (event) => {
    const slide = event.target.closest("section:not(:has(section))");
    if (!slide) return;
    delete slide.dataset.fitted;
    if (slide === deck.getCurrentSlide()) fit(slide);
  }, true);
  document.querySelector(".controls").setAttribute("role", "none"); // no landmark of its own inside the slides
  document.documentElement.dataset.deck = "ready";
});
