import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { form, maxLength } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { type Refusal } from '../../api/refusal';
import { FormHead } from '../../form/form-head';
import { formParts } from '../../form/field';
import { Saving } from '../../form/saving';
import { Icon } from '../../shell/icon';
import { Trouble } from '../../shell/trouble';
import { CustomerStore, type PortalSettings } from './customer-store';

/** The welcome message: the first thing the customer reads. */
@Component({
  selector: 'app-welcome',
  imports: [...formParts, FormHead, Icon, MatButton, Trouble],
  template: `
    <section>
      <h2><app-icon name="eye" /> Welcome message</h2>
      @if (store.portal.value()) {
        <form class="stack" (submit)="save($event)" novalidate>
          <app-form-head [saving]="saving" />
          @if (theirs(); as portal) {
            <div class="stale" role="alert">
              <p><strong>Somebody changed this meanwhile.</strong> Yours is not saved yet. Theirs:</p>
              <blockquote>{{ portal.welcomeMessage || '–' }}</blockquote>
              <div class="actions">
                <button matButton="filled" type="submit">Redo mine</button>
                <button matButton="outlined" type="button" (click)="keepTheirs(portal)">Keep theirs</button>
              </div>
            </div>
          }
          <app-field label="Welcome message" labelHidden hint="The first thing your customer reads.">
            <textarea appControl [formField]="form.welcomeMessage" rows="3"></textarea>
          </app-field>
          @if (dirty() && !theirs()) {
            <div class="actions">
              <button matButton="filled" type="submit" [disabled]="saving.busy()">Save message</button>
              <button matButton type="button" (click)="reset()">Undo typing</button>
            </div>
          }
        </form>
      } @else if (store.portal.error(); as error) {
        <app-trouble [error]="error" what="portal" (again)="store.portal.load()" />
      } @else {
        <div class="ghost" aria-hidden="true"></div>
      }
    </section>
  `,
  styleUrl: './customer-part.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Welcome {
  protected readonly store = inject(CustomerStore);
  protected readonly saving = new Saving();
  /** What the text began with. */
  private readonly base = signal<PortalSettings | null>(null);
  protected readonly theirs = signal<PortalSettings | null>(null);
  private readonly model = signal({ welcomeMessage: '' });
  protected readonly form = form(this.model, (path) =>
    maxLength(path.welcomeMessage, 2000, { message: 'Use at most 2,000 characters' }),
  );
  protected readonly dirty = computed(() => this.model().welcomeMessage !== (this.base()?.welcomeMessage ?? ''));

  constructor() {
    effect(() => {
      const portal = this.store.portal.value();
      // A quiet renewal never runs over what is being typed.
      if (portal && !untracked(this.dirty)) untracked(() => this.take(portal));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const over = this.theirs() ?? this.base();
    if (!over) return;
    const saved = await this.saving.run(
      this.form,
      () => this.store.writeWelcome(over.version, this.model().welcomeMessage),
      { refused: (refusal) => this.becameStale(refusal) },
    );
    const portal = this.store.portal.value();
    if (saved && portal) this.take(portal);
  }

  protected reset(): void {
    const base = this.base();
    if (base) this.take(base);
  }

  protected keepTheirs(portal: PortalSettings): void {
    this.store.portal.set(portal);
    this.take(portal);
  }

  private take(portal: PortalSettings): void {
    this.theirs.set(null);
    this.saving.clear();
    this.base.set(portal);
    this.model.set({ welcomeMessage: portal.welcomeMessage });
  }

  private becameStale({ code, current }: Refusal): boolean {
    if (code !== 'version_stale' || !isPortal(current)) return false;
    this.theirs.set(current);
    return true;
  }
}

const isPortal = (value: unknown): value is PortalSettings =>
  typeof value === 'object' && value !== null && 'version' in value && 'welcomeMessage' in value;
