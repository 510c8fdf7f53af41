// What a page shows, measured in a world of its own: the page's scripts can neither see nor replace what runs here.
// The page is hostile: every list is bounded here and checked again by whoever reads the answer. Methods are taken
// from their prototypes, because a form's fields and a document's pictures can be named like methods.
(() => {
  const seen = []; // what a mark stands for
  const roots = []; // open shadow trees
  let limits = {};

  const every = (css) => [...Document.prototype.querySelectorAll.call(document, css)];
  const cut = (text) => String(text ?? "").slice(0, limits.text);
  const parentOf = (element) => element.parentElement ?? element.getRootNode().host ?? null;

  // Animations at their end, the page at its top.
  const still = () => {
    const sheet = new CSSStyleSheet();
    const instantly = "transition:none!important;animation-duration:1ms!important;animation-delay:0s!important";
    sheet.replaceSync(`*,*::before,*::after{${instantly}}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    window.scrollTo(0, 0);
  };

  // Elements in document order, those of open shadow trees too.
  function* walk(root) {
    const walker = Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      yield node;
      if (node.shadowRoot instanceof ShadowRoot) {
        roots.push(node.shadowRoot);
        yield* walk(node.shadowRoot);
      }
    }
  }

  const boxOf = (element) => {
    const box = Element.prototype.getBoundingClientRect.call(element);
    return [box.left, box.top + window.scrollY, box.width, box.height].map((side) => Math.round(side));
  };
  const isOnPage = ([left, top, width, height]) =>
    width > 0 && height > 0 && left < innerWidth && left + width > 0 && top + height > 0 && top <= limits.depth;
  const isShown = (element, style) =>
    style.visibility === "visible" &&
    Element.prototype.checkVisibility.call(element, { opacityProperty: true, visibilityProperty: true });

  const isTransparent = (colour) => {
    const alpha = /^rgba\(.*,\s*([\d.]+)\)$|\/\s*([\d.]+)\)$/.exec(colour);
    return colour === "transparent" || (alpha !== null && Number(alpha[1] ?? alpha[2]) < 0.6);
  };
  // The colour that lies under an element; "" where a picture or a gradient does, or the browser's own paper.
  const groundOf = (element) => {
    for (let node = element; node; node = parentOf(node)) {
      const style = getComputedStyle(node);
      if (style.backgroundImage !== "none") return "";
      if (!isTransparent(style.backgroundColor)) return style.backgroundColor;
    }
    return "";
  };

  // Tag, id or classes, and the words of what holds little else.
  const nameOf = (element) => {
    const names = [...element.classList].slice(0, 2).map((name) => `.${name}`).join("");
    const words = element.childElementCount < 4 ? cut(element.innerText).trim().replace(/\s+/g, " ").slice(0, 30) : "";
    return cut(`${element.localName}${element.id ? `#${element.id}` : names}${words ? ` “${words}”` : ""}`);
  };
  // A mark in the page's own text says which element of it a finding is about.
  const mark = (element) => {
    const known = seen.indexOf(element);
    if (known >= 0) return known;
    element.setAttribute(limits.mark, String(seen.push(element) - 1));
    return seen.length - 1;
  };

  const addressIn = (value) => {
    const found = /^url\("((?:[^"\\]|\\.)*)"\)/.exec(value);
    return found ? found[1].replace(/\\(.)/g, "$1") : "";
  };
  // Whether a background shows its picture from one end to the other, as far as its style tells.
  const isWhole = (style) =>
    /contain|cover|100%/.test(style.backgroundSize) ||
    style.backgroundPosition === "50% 50%" ||
    /^0(px|%)? 0(px|%)?$/.test(style.backgroundPosition);
  const paintingOf = (element, style) => {
    for (const part of [style, getComputedStyle(element, "::before"), getComputedStyle(element, "::after")]) {
      if (part !== style && (part.content === "none" || part.content === "normal")) continue;
      const mask = addressIn(part.maskImage), background = addressIn(part.backgroundImage);
      if (mask) return { kind: "mask", url: mask, whole: false };
      if (background) return { kind: "background", url: background, whole: isWhole(part) };
    }
    return null;
  };
  // What an element draws; null for what draws nothing.
  const drawingOf = (element, style) => {
    const tag = element.localName;
    if (tag === "svg") return element.ownerSVGElement ? null : { kind: "svg", url: "", whole: true };
    if (tag === "img" && !(element.complete && element.naturalWidth > 1)) return null;
    if (tag === "img") return { kind: "img", url: element.currentSrc, whole: true };
    if (tag === "input" && element.type === "image") return { kind: "img", url: element.src, whole: true };
    if (tag === "object" || tag === "embed") return { kind: "object", url: element.data ?? element.src, whole: true };
    return paintingOf(element, style);
  };

  const logos = [], colours = [], photos = [];
  const texts = new Map(); // running text by colour and ground: [length, first element]

  const colour = (kind, value, element, box, more = {}) => {
    if (!value || colours.length >= limits.colours) return;
    colours.push({ kind, value, box, locator: nameOf(element), mark: mark(element), ...more });
  };

  const noteDrawing = (element, style, box) => {
    const [, top, width, height] = box;
    if (element.localName === "img" && height >= 300 && width * height >= innerWidth * innerHeight * 0.3) {
      if (photos.length < limits.photos) photos.push(element.currentSrc.slice(0, limits.text));
      return;
    }
    const isSized = top < innerHeight && width >= 12 && height >= 10 && width <= 700 && height <= 360;
    const drawing = isSized && logos.length < limits.logos ? drawingOf(element, style) : null;
    if (drawing && drawing.url.length < limits.url) logos.push({ ...drawing, box, mark: mark(element) });
  };

  const CONTROLS = "a, button, input[type=submit], input[type=button], [role=button]";
  const isButton = (element, style, [, , width, height]) => {
    if (width < 50 || width > 460 || height < 24 || height > 90 || !element.matches(CONTROLS)) return false;
    const words = (element.innerText || element.value || "").trim();
    const isLoud = style.backgroundColor !== groundOf(parentOf(element) ?? element);
    return words.length > 1 && words.length < 40 && !isTransparent(style.backgroundColor) && isLoud;
  };
  const isLink = (element, style) =>
    element.localName === "a" &&
    element.closest("p, li, td, dd") &&
    !element.closest("nav, header, footer, [class*=menu], [class*=nav]") &&
    element.innerText.trim().length > 2 &&
    style.color !== getComputedStyle(parentOf(element)).color;

  const noteColours = (element, style, box) => {
    if (isButton(element, style, box)) {
      const radius = Math.min(parseFloat(style.borderTopLeftRadius) || 0, box[3] / 2);
      colour("button", style.backgroundColor, element, box, { radius });
    } else if (isLink(element, style)) {
      colour("link", style.color, element, box);
    } else if (/^h[12]$/.test(element.localName) && element.innerText.trim()) {
      colour("heading", style.color, element, box);
    } else if (element.localName === "p" && !element.closest("footer, header, nav")) {
      const key = `${style.color} on ${groundOf(element)}`;
      const [length, first] = texts.get(key) ?? [0, element];
      texts.set(key, [length + element.innerText.length, first]);
    }
  };

  // The ground of the page's top, where most of it has one: an announcement above a white header is not the header.
  const noteHeader = () => {
    const grounds = new Map(); // colour: elements at the points that have it
    const points = [24, 56, 88].flatMap((y) => [24, 320, 640, 960, innerWidth - 24].map((x) => [x, y]));
    for (const [x, y] of points) {
      const element = Document.prototype.elementFromPoint.call(document, x, y);
      const ground = element ? groundOf(element) : "";
      if (ground) grounds.set(ground, [...(grounds.get(ground) ?? []), element]);
    }
    for (const [ground, elements] of grounds) {
      if (elements.length * 2 > points.length) colour("header", ground, elements[0], [0, 0, innerWidth, 112]);
    }
  };

  const look = (given) => {
    limits = given;
    still();
    let visited = 0;
    for (const element of walk(document.documentElement)) {
      if (++visited > limits.elements) break;
      try {
        const box = boxOf(element);
        const style = isOnPage(box) ? getComputedStyle(element) : null;
        if (!style || !isShown(element, style)) continue;
        noteDrawing(element, style, box);
        noteColours(element, style, box);
      } catch {
        continue; // a form whose fields are named like its own methods
      }
    }
    const body = document.body instanceof HTMLBodyElement ? document.body : document.documentElement;
    const text = [...texts.values()].sort((one, other) => other[0] - one[0])[0]?.[1] ?? body;
    colour("text", getComputedStyle(text).color, text, boxOf(text));
    colour("background", groundOf(text), text, boxOf(text));
    noteHeader();
    const heading = every("h1")[0] ?? every("h2")[0];
    const fonts = { body: text, heading: heading ?? text };
    for (const [name, element] of Object.entries(fonts)) fonts[name] = cut(getComputedStyle(element).fontFamily);
    const language = document.documentElement.lang.replace(/[^\w-]/g, "");
    const html = `<html lang="${language}">${document.documentElement.getHTML({ shadowRoots: roots })}</html>`;
    return JSON.stringify({ logos, colours, photos, fonts, html: html.slice(0, limits.html) });
  };

  // Show one drawing alone on nothing.
  const isolate = (index) => {
    const element = seen[index];
    for (const node of [document.documentElement, document.body]) {
      node?.style?.setProperty("visibility", "hidden", "important");
      node?.style?.setProperty("background", "none", "important");
    }
    element.style.setProperty("visibility", "visible", "important");
    if (/^(svg|img|object|embed|input)$/.test(element.localName)) return;
    for (const child of element.children) child.style?.setProperty("visibility", "hidden", "important");
    element.style.setProperty("-webkit-text-fill-color", "transparent", "important");
  };
  const hide = (index) => seen[index].style.setProperty("visibility", "hidden", "important");

  globalThis.mailwright = { look, isolate, hide };
})();
