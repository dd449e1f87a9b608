import { ChangeDetectionStrategy, Component, computed, inject, Injector } from '@angular/core';
import { Sheets } from '../sheet/sheets';
import { Icon } from '../shell/icon';
import { Notices } from './notices';

/** Says how much is new, and opens what it is. */
@Component({
  selector: 'app-bell',
  imports: [Icon],
  providers: [Notices],
  template: `
    @if (notices.isThere()) {
      <button type="button" aria-haspopup="dialog" [attr.aria-label]="name()" (click)="open()">
        <span class="bell" [attr.data-count]="count()"><app-icon name="bell" /></span>
        <span>Notices</span>
      </button>
      <span class="visually-hidden" role="status">{{ notices.unseen() ? name() : '' }}</span>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    button {
      display: flex;
      align-items: center;
      gap: 12px;
      width: 100%;
      min-height: 40px;
      padding: 0 var(--space-3);
      border: 0;
      border-radius: var(--radius);
      background: none;
      color: var(--muted);
      font-weight: 500;
      text-align: start;
      cursor: pointer;
      transition: background var(--quick) ease-out;
    }
    button:hover {
      background: var(--sunken);
      color: var(--ink);
    }
    .bell {
      position: relative;
      display: inline-flex;
    }
    /* Drawn, not written: the button's name says it in words. */
    .bell[data-count]::after {
      content: attr(data-count) / '';
      position: absolute;
      inset: -7px auto auto 11px;
      min-width: 17px;
      padding: 0 4px;
      border-radius: var(--round);
      background: var(--accent);
      color: var(--on-accent);
      font-size: 0.6875rem;
      font-weight: 650;
      line-height: 17px;
      text-align: center;
    }
    @media (max-width: 860px) {
      button {
        flex: 1;
        flex-direction: column;
        justify-content: center;
        gap: 2px;
        min-height: 60px;
        padding: 0;
        border-radius: 0;
        font-size: var(--text-13);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Bell {
  protected readonly notices = inject(Notices);
  private readonly sheets = inject(Sheets);
  private readonly injector = inject(Injector);
  protected readonly name = computed(() =>
    this.notices.unseen() > 0 ? `Notices, ${this.notices.unseen()} new` : 'Notices',
  );

  protected readonly count = computed(() => {
    const unseen = this.notices.unseen();
    return unseen === 0 ? null : unseen > 9 ? '9+' : String(unseen);
  });

  protected async open(): Promise<void> {
    const { BellSheet } = await import('./bell-sheet');
    await this.sheets.open(BellSheet, null, this.injector);
  }
}
