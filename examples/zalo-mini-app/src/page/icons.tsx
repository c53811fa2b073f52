import type { ReactNode } from 'react';

/** Drawn here: the icons of zmp-ui are a font that would have to come over the network first. */
function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const BackIcon = () => (
  <Icon>
    <path d="M15 5l-7 7 7 7" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <path d="M12 5v14M5 12h14" />
  </Icon>
);

export const ChartIcon = () => (
  <Icon>
    <path d="M5 20v-6M12 20V5M19 20v-9" />
  </Icon>
);

export const PeopleIcon = () => (
  <Icon>
    <circle cx="9" cy="8" r="3.5" />
    <path d="M2.5 20c0-4 3-6.5 6.5-6.5s6.5 2.5 6.5 6.5M16 5.2a3.5 3.5 0 0 1 0 6.6M18 14c2.3.8 3.5 3.2 3.5 6" />
  </Icon>
);

export const ShareIcon = () => (
  <Icon>
    <path d="M12 15V4M8 8l4-4 4 4M5 13v6h14v-6" />
  </Icon>
);
