import { Component, type ReactNode } from 'react';
import { Button } from 'zmp-ui';
import { TEXTS } from '../texts/vi.ts';

interface BrokenProps {
  /** Forgets whatever the screens may have stumbled over. */
  forget(): void;
  children: ReactNode;
}

/** Around all screens: a fault of one of them, or of what it found on the phone, is no dead app. */
export class Broken extends Component<BrokenProps, { isBroken: boolean }> {
  override state: { isBroken: boolean } = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    const reopen = () => {
      this.props.forget();
      this.setState({ isBroken: false });
    };
    return (
      <main className="screen-body">
        <h1>{TEXTS.appName}</h1>
        <p className="lead">{TEXTS.broken.lead}</p>
        <Button fullWidth onClick={reopen}>
          {TEXTS.broken.reopen}
        </Button>
      </main>
    );
  }
}
