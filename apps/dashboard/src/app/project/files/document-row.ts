import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { ProjectFile } from '@porchlight/contracts';
import { sizeWords } from '../../files/file-words';
import { Icon } from '../../shell/icon';
import { showMoment } from '../../words/dates';
import { FileState } from './file-state';

/** A document of the project: its title, or its name while it has none. */
@Component({
  selector: 'app-document-row',
  imports: [FileState, Icon],
  template: `
    <app-icon name="file" />
    <div class="what">
      <button type="button" class="open" (click)="opened.emit()">{{ file().title || file().name }}</button>
      <span class="muted small">{{ about() }}</span>
    </div>
    <app-file-state [file]="file()" [fixed]="fixed()" (share)="share.emit()" />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 2px var(--space-3);
      align-items: center;
      min-height: 56px;
      padding: var(--space-2) var(--space-4);
    }
    :host > app-icon {
      color: var(--muted);
    }
    .open {
      justify-self: start;
      padding: 0;
      border: 0;
      background: none;
      font-weight: 550;
      text-align: start;
      overflow-wrap: anywhere;
      cursor: pointer;
    }
    .open:hover {
      text-decoration: underline;
      text-underline-offset: 0.18em;
    }
    @media (max-width: 600px) {
      :host {
        grid-template-columns: auto minmax(0, 1fr);
      }
      app-file-state {
        grid-column: 2;
      }
      .open {
        min-height: var(--touch);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentRow {
  readonly file = input.required<ProjectFile>();
  readonly fixed = input(false);
  readonly opened = output();
  readonly share = output();
  protected readonly about = computed(() => {
    const { title, name, size, addedBy, addedAt } = this.file();
    return [...(title ? [name] : []), sizeWords(size), addedBy, showMoment(addedAt)].join(', ');
  });
}
