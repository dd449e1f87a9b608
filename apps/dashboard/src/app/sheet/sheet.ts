import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { Icon } from '../shell/icon';
import { LeaveGuard } from './leave-guard';

/** The frame of a side sheet: a heading that takes the focus, a body that scrolls, a foot with the buttons. */
@Component({
  selector: 'app-sheet',
  imports: [Icon, MatButton, MatIconButton],
  template: `
    <header>
      <h2 id="sheet-heading" tabindex="-1">{{ heading() }}</h2>
      <button matIconButton type="button" aria-label="Close" (click)="close()"><app-icon name="close" /></button>
    </header>
    @if (guard.asked()) {
      <div class="leave" role="alertdialog" aria-label="Unsaved changes">
        <p>You have typed something that is not saved.</p>
        <div class="actions">
          <button matButton="filled" type="button" (click)="guard.asked.set(false)">Keep editing</button>
          <button matButton type="button" (click)="discard()">Discard</button>
        </div>
      </div>
    }
    <div class="body"><ng-content /></div>
    <footer><ng-content select="[sheetFoot]" /></footer>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      height: 100%;
    }
    header {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2);
      padding: var(--space-4) var(--space-3) var(--space-3) var(--space-6);
    }
    h2 {
      font-size: var(--text-21);
      font-weight: 600;
      outline: none;
      overflow-wrap: anywhere;
    }
    .leave {
      margin: 0 var(--space-6) var(--space-3);
      padding: var(--space-3) var(--space-4);
      display: grid;
      gap: var(--space-2);
      border-radius: var(--radius);
      background: var(--waiting-wash);
    }
    .body {
      flex: 1;
      overflow: auto;
      padding: 4px var(--space-6) var(--space-6);
      display: grid;
      gap: var(--space-5);
      align-content: start;
    }
    footer:not(:empty) {
      padding: var(--space-3) var(--space-6);
      border-block-start: 1px solid var(--hairline);
      background: var(--surface);
      padding-block-end: calc(var(--space-3) + env(safe-area-inset-bottom));
    }
    @media (max-width: 600px) {
      header {
        padding-inline-start: var(--space-4);
      }
      .body,
      footer:not(:empty) {
        padding-inline: var(--space-4);
      }
      .leave {
        margin-inline: var(--space-4);
      }
    }
  `,
  host: { '(window:beforeunload)': 'beforeUnload($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Sheet {
  readonly heading = input.required<string>();
  /** Whether something typed would be lost by closing. */
  readonly dirty = input(false);
  protected readonly guard = inject(LeaveGuard);
  private readonly dialog = inject(DialogRef);

  constructor() {
    this.guard.watch(() => this.dirty());
  }

  /** Closing the tab or reloading asks too, in the browser's own words. */
  protected beforeUnload(event: Event): void {
    if (this.dirty()) event.preventDefault();
  }

  protected close(): void {
    this.dialog.close();
  }

  protected discard(): void {
    this.guard.discard();
    this.dialog.close();
  }
}
