import type { Session } from '../sign-in/session.ts';
import { SignInMenu } from '../sign-in/sign-in-menu.tsx';
import { usePortal } from './portal-context.tsx';

export function Masthead({ session }: { session: Session | null }) {
  const { change, language, texts } = usePortal();
  return (
    <header className="masthead">
      <a className="skip" href="#content">
        {texts.skipToContent}
      </a>
      <div className="masthead-inner">
        <img src="/icon.svg" alt="" width="44" height="44" />
        <div>
          <h1>{texts.title}</h1>
          <p>{texts.subtitle}</p>
        </div>
        <div className="masthead-tools">
          {session !== null && <SignInMenu session={session} />}
          <button
            type="button"
            className="masthead-button"
            lang={language === 'vi' ? 'en' : 'vi'}
            onClick={() => change({ lang: language === 'vi' ? 'en' : 'vi' }, { keepsEntry: true })}
          >
            {texts.otherLanguage}
          </button>
        </div>
      </div>
    </header>
  );
}

/** Ids of the parts, as links on the page and from elsewhere name them. */
const SECTIONS = [
  ['tong-quan', 'overview'],
  ['chi-tieu', 'kpi'],
  ['tim-to', 'findTeam'],
  ['ho-tro', 'support'],
] as const;

export function SectionLinks() {
  const { texts } = usePortal();
  return (
    <nav className="section-links" aria-label={texts.sections}>
      {SECTIONS.map(([id, name]) => (
        <a key={id} href={`#${id}`}>
          {texts[name]}
        </a>
      ))}
    </nav>
  );
}
