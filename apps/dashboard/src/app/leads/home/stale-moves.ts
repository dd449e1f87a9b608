import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { StaleNotice } from '../../edit/stale-notice';
import { Toasts } from '../../shell/toasts';
import { LeadsOnScreen } from './leads-on-screen';

/** Changes made in place that met somebody else's: theirs beside yours, lead by lead. */
@Component({
  selector: 'app-stale-moves',
  imports: [StaleNotice],
  template: `
    @for (one of screen.changes.stale(); track one.lead.id) {
      <section [attr.aria-label]="one.lead.client.name">
        <h2>{{ one.lead.client.name }} · {{ one.lead.projectType }}</h2>
        <app-stale-notice
          [stale]="one.stale"
          [busy]="screen.changes.pending().has(one.lead.id)"
          (redo)="redo(one.lead.id)"
          (keep)="screen.changes.keepTheirs(one.lead.id)"
        />
      </section>
    }
  `,
  styles: `
    :host:not(:has(section)) {
      display: none;
    }
    section {
      display: grid;
      gap: var(--space-2);
      max-width: 720px;
    }
    h2 {
      font-size: var(--text-15);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StaleMoves {
  protected readonly screen = inject(LeadsOnScreen);
  private readonly toasts = inject(Toasts);

  protected async redo(id: string): Promise<void> {
    await this.screen.changes.redo(id).catch((error: unknown) => this.toasts.fail(error));
  }
}
