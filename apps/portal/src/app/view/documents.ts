import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { PortalViewV1 } from '@porchlight/contracts';
import { calendarDay, dayInWords, VIEWER_LOCALE } from '@porchlight/ui';
import { LATER_WORDS, type LaterWords } from '../words/later-words';
import { Touched } from './touched';

type SharedFile = PortalViewV1['shared'][number];

const kinds: Readonly<Record<string, keyof LaterWords['documents']['kinds']>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'sheet',
  'text/csv': 'sheet',
};

/** Shared documents, newest first: what each is, since when, and that it comes as a download. */
@Component({
  selector: 'pl-documents',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Touched],
  template: `
    <section aria-labelledby="documents-title">
      <h2 class="title" id="documents-title">{{ words.title }}</h2>
      <ul>
        @for (document of documents(); track document.id) {
          <li [touched]="'shared ' + document.id">
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
              <path d="M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12.5h6M9 16h6" />
            </svg>
            <div>
              <a [href]="document.url" download [attr.aria-describedby]="'about-' + document.id">{{
                document.title
              }}</a>
              <p class="muted" [id]="'about-' + document.id">
                {{ about(document) }}<span class="screen-only"> · {{ words.download }}</span>
              </p>
            </div>
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--space-3);
      padding-block: var(--space-2);
      border-bottom: 1px solid var(--hairline);
    }

    li:last-child {
      border: 0;
    }

    .icon {
      margin-top: var(--space-3);
      color: var(--muted);
    }

    a {
      display: flex;
      align-items: center;
      min-height: var(--touch);
      font-weight: 600;
    }

    p {
      margin-top: calc(-1 * var(--space-2));
      padding-bottom: var(--space-1);
      font-size: var(--text-13);
    }

    @media print {
      li {
        padding-block: 0.5mm;
        border: 0;
      }

      .icon {
        display: none;
      }

      a {
        min-height: 0;
      }

      p {
        margin-top: 0;
        padding: 0;
      }
    }
  `,
})
export class Documents {
  readonly documents = input.required<readonly SharedFile[]>();
  readonly timeZone = input.required<string>();
  readonly today = input.required<string>();

  protected readonly words = inject(LATER_WORDS).documents;
  private readonly locale = inject(VIEWER_LOCALE);

  protected readonly about = ({ mediaType = '', sharedAt }: SharedFile): string => {
    const day = dayInWords(calendarDay(Date.parse(sharedAt), this.timeZone()), this.today(), this.locale);
    return [this.words.kinds[kinds[mediaType] ?? 'other'], this.words.shared(day)].join(' · ');
  };
}
