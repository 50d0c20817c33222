import { Component, type ReactNode } from 'react';
import type { PaneTexts } from '../texts';

interface CrashScreenProps {
  readonly texts: PaneTexts;
  readonly children: ReactNode;
}

/** Shown instead of a blank pane when drawing fails; React asks for a class here. */
export class CrashScreen extends Component<CrashScreenProps, { readonly crashed: boolean }> {
  override readonly state = { crashed: false };

  static getDerivedStateFromError(): { readonly crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    const { children, texts } = this.props;
    if (!this.state.crashed) return children;
    return (
      <main role="alert">
        <h1>{texts.title}</h1>
        <p>{texts.fault.crashed}</p>
        <p>{texts.fault.reload}</p>
      </main>
    );
  }
}
