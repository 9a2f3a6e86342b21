const PATHS = {
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  check: 'M5 13l4 4 10-10',
  cross: 'M6 6l12 12M18 6L6 18',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  search: 'M11 4a7 7 0 110 14 7 7 0 010-14zM16 16l5 5',
  bell: 'M6 17V11a6 6 0 0112 0v6l2 2H4zM10 21h4',
  phone: 'M5 4h4l2 5-3 2a11 11 0 005 5l2-3 5 2v4c0 1-1 2-2 2C10 21 3 14 3 6c0-1 1-2 2-2z',
  clock: 'M12 3a9 9 0 110 18 9 9 0 010-18zM12 7v5l3 3',
  print: 'M7 9V3h10v6M7 17H4v-8h16v8h-3M7 14h10v7H7z',
  person: 'M12 4a4 4 0 110 8 4 4 0 010-8zM4 21c1-5 4-7 8-7s7 2 8 7',
  warning: 'M12 4l9 16H3zM12 10v4M12 17v.5',
  table: 'M4 5h16v14H4zM4 10h16M4 15h16M10 5v14',
  megaphone: 'M4 10v4h4l8 5V5l-8 5zM19 9v6',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside a word; it says nothing on its own and is hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
