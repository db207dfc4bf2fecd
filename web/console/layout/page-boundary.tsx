import { Component, type ReactNode } from 'react';
import type { ConsoleDictionary } from '../i18n/dictionary.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/**
 * In the place of a page whose code did not come, or which broke: what to do, instead of nothing at all. With the page
 * as its key, another page is tried afresh.
 */
export class PageBoundary extends Component<{ t: ConsoleDictionary; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    const { t, children } = this.props;
    if (!this.state.broken) return children;
    return (
      <div role="alert">
        <EmptyState icon="gap" title={t.pageBroken} text={t.pageBrokenText}>
          <button type="button" className="button primary" onClick={() => location.reload()}>
            {t.loadAnew}
          </button>
        </EmptyState>
      </div>
    );
  }
}
