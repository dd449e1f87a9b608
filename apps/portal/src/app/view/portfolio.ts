import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { LATER_WORDS } from '../words/later-words';
import type { Company } from './contact-way';

/** Work of the company's, beside its contact. Fetched once it comes near the screen; its place is kept meanwhile. */
@Component({
  selector: 'pl-portfolio',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (pictures().length > 0) {
      <section aria-labelledby="work-title">
        <h3 id="work-title">{{ words.work(company().name) }}</h3>
        <ul>
          @for (picture of pictures(); track picture.url) {
            <li>
              <img
                loading="lazy"
                decoding="async"
                [src]="picture.url"
                [alt]="picture.alt ?? words.picture(company().name)"
                (error)="leaveOut(picture.url)"
              />
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      margin-top: var(--space-6);
    }

    h3 {
      margin-bottom: var(--space-3);
      color: var(--muted);
      font-size: var(--text-15);
      font-weight: 600;
    }

    ul {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }

    @media (min-width: 450px) {
      ul {
        grid-template-columns: repeat(3, minmax(0, 1fr));
      }
    }

    li {
      overflow: hidden;
      aspect-ratio: 4 / 3;
      border-radius: var(--radius);
      background: var(--sunken);
    }

    img {
      display: block;
      width: 100%;
      height: 100%;
      object-fit: cover;
    }
  `,
})
export class Portfolio {
  readonly company = input.required<Company>();

  protected readonly words = inject(LATER_WORDS).contact;
  private readonly broken = signal<ReadonlySet<string>>(new Set());
  protected readonly pictures = computed(() =>
    (this.company().pictures ?? []).filter(({ url }) => !this.broken().has(url)),
  );

  protected leaveOut(url: string): void {
    this.broken.update((urls) => new Set([...urls, url]));
  }
}
