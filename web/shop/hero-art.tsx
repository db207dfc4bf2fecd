/** @jsxImportSource preact */

/** The hero's picture: evening light over calm water, and one quiet machine on the shore. */
export function HeroArt() {
  return (
    <svg
      class="hero-art"
      viewBox="0 0 400 300"
      aria-hidden="true"
      focusable="false"
      preserveAspectRatio="xMidYMid slice"
    >
      <defs>
        <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" class="sky-top" />
          <stop offset="1" class="sky-end" />
        </linearGradient>
        <radialGradient id="glow">
          <stop offset="0" class="glow-in" />
          <stop offset="1" class="glow-out" />
        </radialGradient>
      </defs>
      <rect width="400" height="300" fill="url(#sky)" />
      <circle cx="300" cy="128" r="130" fill="url(#glow)" />
      <circle cx="300" cy="128" r="42" class="sun" />
      <path class="wave far" d="M0 176c40 0 40-14 80-14s40 14 80 14 40-14 80-14 40 14 80 14 40-14 80-14v138H0Z" />
      <path class="wave mid" d="M-30 206c45 0 45-16 90-16s45 16 90 16 45-16 90-16 45 16 90 16 45-16 90-16v110H-30Z" />
      <path
        class="wave near"
        d="M-10 240c50 0 50-18 100-18s50 18 100 18 50-18 100-18 50 18 100 18 30-9 60-14v74H-10Z"
      />
      <g class="machine" transform="translate(88 -6)">
        <rect x="86" y="120" width="74" height="128" rx="20" />
        <circle cx="123" cy="176" r="23" class="machine-line" />
        <circle cx="123" cy="176" r="12" class="machine-line" />
        <path d="M104 138h38M108 222h30" class="machine-line" />
      </g>
      <path
        class="breath"
        transform="translate(88 -6)"
        d="M104 104c-6-10 8-14 2-26M123 100c-6-12 8-18 2-32M142 104c-6-10 8-14 2-26"
      />
    </svg>
  );
}
