"use strict";
// Light and dark: as the system has it, or as the page is told; on paper always light. Style sheets have their colours
// by name; what is painted here gets them from this table, and kinds and lines are lightened until they stand out.
atlas.theme = (() => {
  const LIGHT = {
    ink: "#17212b",
    soft: "#5f707b",
    halo: "rgba(255, 255, 255, .94)",
    card: "#ffffff",
    veil: "252, 252, 250",
    lead: "#8794a1",
    title: "#3d5563",
    disc: "#f1f4f5",
    edge: "#b4c0c8",
    land: "#eef2f3",
    chosen: "#e3eef3",
    border: "#aebbc3",
  };
  const DARK = {
    ink: "#eef2f4",
    soft: "#9fb0ba",
    halo: "rgba(18, 24, 29, .9)",
    card: "#1d262d",
    veil: "20, 27, 32",
    lead: "#6f808c",
    title: "#b9cbd6",
    disc: "#1b242b",
    edge: "#43535e",
    land: "#1f2a31",
    chosen: "#28404d",
    border: "#42525c",
  };
  const PAPER = { ...LIGHT, veil: "255, 255, 255" };
  // What WCAG 2.2 (1.4.11) asks of symbols beside their ground.
  const CONTRAST = 4;
  const GROUND = "#141b20";
  const BRIGHT = "#f1f4f5";

  const system = matchMedia("(prefers-color-scheme: dark)");
  let wanted = "";
  let isPaper = false;
  const listeners = [];
  const isDark = () => !isPaper && (wanted ? wanted === "dark" : system.matches);
  const color = (name) => (isPaper ? PAPER : isDark() ? DARK : LIGHT)[name];

  const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  function luminance(rgb) {
    const [r, g, b] = rgb.map((value) => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  const ground = luminance(channels(GROUND));

  const painted = new Map();
  function lightened(hex) {
    const rgb = channels(hex);
    // The darkest grey is that of initiatives: the brightest on dark ground.
    if (Math.max(...rgb) < 64) return BRIGHT;
    for (let part = 0; part < 1; part += 0.05) {
      const mixed = rgb.map((value) => Math.round(value + (255 - value) * part));
      if ((luminance(mixed) + 0.05) / (ground + 0.05) >= CONTRAST) return `rgb(${mixed.join(", ")})`;
    }
    return BRIGHT;
  }

  /** A colour of the palette as it is painted now. */
  function paint(hex) {
    if (!isDark() || !/^#[\da-f]{6}$/i.test(hex)) return hex;
    if (!painted.has(hex)) painted.set(hex, lightened(hex));
    return painted.get(hex);
  }

  /** Give every symbol and sample of the page its colour of now. */
  function repaint() {
    document.documentElement.dataset.theme = isDark() ? "dark" : "light";
    for (const name of ["fill", "stroke"]) {
      for (const part of document.querySelectorAll(`[data-${name}]`)) part.setAttribute(name, toned(part.dataset[name]));
    }
    for (const listener of listeners) listener();
  }

  /** The same for a colour or one of the names above. */
  const toned = (value) => (value in LIGHT ? color(value) : paint(value));

  function set(theme) {
    if (theme === wanted) return;
    wanted = theme;
    repaint();
  }

  system.addEventListener("change", repaint);
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  return {
    color,
    paint,
    toned,
    set,
    isDark,
    onPaper: (on) => {
      isPaper = on;
      repaint();
    },
    whenPainted: (listener) => listeners.push(listener),
  };
})();
