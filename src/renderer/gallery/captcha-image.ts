/** A picture of the kind that services draw, with 7K3X on it. */
export const captchaImage =
  'data:image/svg+xml,' +
  encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="60" viewBox="0 0 240 60">
      <rect width="240" height="60" fill="#fff"/>
      <g font-family="monospace" font-size="40" font-weight="bold">
        <text x="24" y="44" fill="#27548a" transform="rotate(-8 24 44)">7</text>
        <text x="80" y="46" fill="#8a2f27" transform="rotate(10 80 46)">K</text>
        <text x="138" y="42" fill="#2f6b3c" transform="rotate(-5 138 42)">3</text>
        <text x="190" y="46" fill="#5b3a86" transform="rotate(7 190 46)">X</text>
      </g>
      <path d="M5 40 C60 5 150 65 235 15" fill="none" stroke="#888" stroke-width="2"/>
    </svg>`,
  )
