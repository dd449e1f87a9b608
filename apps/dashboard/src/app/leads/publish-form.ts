import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  type OnInit,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { form, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Lead, Publish } from '@porchlight/contracts';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { Saving } from '../form/saving';
import { Unsaved } from '../form/unsaved';
import { PublishWarnings } from './publish-warnings';

/** Name and welcome message of a project that is to be published, and the two things to know before. */
@Component({
  selector: 'app-publish-form',
  imports: [...formParts, FormHead, MatButton, PublishWarnings],
  template: `
    <form class="stack" (submit)="publish($event)" novalidate>
      <h3 #heading tabindex="-1">{{ action() }}</h3>
      <app-form-head [saving]="saving" />
      @if (asked()) {
        <p class="asked" role="alert">Publish or cancel before you leave: what you typed is not saved.</p>
      }
      <app-publish-warnings />
      <app-field label="Name"><input appControl [formField]="form.name" autocomplete="off" /></app-field>
      <app-field label="Welcome message" hint="The first thing the client reads.">
        <textarea appControl [formField]="form.welcomeMessage" rows="6"></textarea>
      </app-field>
      <p class="muted small">Both can be changed later. Publishing gives nobody access yet.</p>
      <div class="actions">
        <button matButton="filled" type="submit" [disabled]="saving.busy()">
          {{ saving.busy() ? 'Publishing…' : action() }}
        </button>
        <button matButton type="button" [disabled]="saving.busy()" (click)="left.emit()">Cancel</button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
      width: 100%;
    }
    h3 {
      font-size: var(--text-15);
      outline: none;
    }
    .asked {
      padding: var(--space-3) var(--space-4);
      border-radius: var(--radius);
      background: var(--waiting-wash);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublishForm implements OnInit {
  readonly lead = input.required<Lead>();
  readonly action = input('Publish Project');
  /** Publishes; may be called again after a lost answer, and then publishes nothing new. */
  readonly send = input.required<(publish: Publish) => Promise<unknown>>();
  readonly left = output();

  protected readonly saving = new Saving();
  protected readonly asked = signal(false);
  /** As the form was opened: what others change on the lead meanwhile never runs over what is typed. */
  private readonly start = signal<Publish>({ name: '', welcomeMessage: '' });
  private readonly model = signal(this.start());
  protected readonly form = form(this.model, (path) => {
    required(path.name, { message: 'Give the project a name' });
    maxLength(path.name, 160, { message: 'Use at most 160 characters' });
    maxLength(path.welcomeMessage, 2000, { message: 'Use at most 2,000 characters' });
  });
  private readonly dirty = computed(() => JSON.stringify(this.model()) !== JSON.stringify(this.start()));
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  constructor() {
    const leave = inject(Unsaved).watch({ dirty: this.dirty, remind: () => this.asked.set(true) });
    inject(DestroyRef).onDestroy(leave);
    // The button that opened it is gone: whoever pressed it goes on from here.
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  ngOnInit(): void {
    this.start.set({ ...this.lead().publishDefaults });
    this.model.set(this.start());
  }

  protected async publish(event: Event): Promise<void> {
    event.preventDefault();
    this.asked.set(false);
    const { name, welcomeMessage } = this.model();
    await this.saving.run(this.form, () => this.send()({ name, welcomeMessage }));
  }
}
