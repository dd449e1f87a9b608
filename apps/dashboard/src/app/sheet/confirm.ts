import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DOOR_WORDS } from '../door/door-words';

/** A step that cannot be undone asks once, right where the button was. What stands inside is part of the question. */
@Component({
  selector: 'app-confirm',
  imports: [MatButton],
  template: `
    @if (asking()) {
      <div class="ask" role="group" [attr.aria-label]="action() + ' ' + of() + '?'">
        <p>{{ question() }}</p>
        <ng-content />
        <div class="actions">
          <button #sure matButton="filled" type="button" (click)="confirm()">{{ action() }}</button>
          <button matButton type="button" (click)="asking.set(false)">{{ keep }}</button>
        </div>
      </div>
    } @else {
      <button matButton type="button" [attr.aria-label]="action() + ' ' + of()" (click)="ask()">{{ action() }}</button>
    }
  `,
  styles: `
    :host:has(.ask) {
      flex-basis: 100%;
    }
    .ask {
      text-align: start;
      display: grid;
      gap: var(--space-2);
      padding: var(--space-3);
      border-radius: var(--radius);
      background: var(--late-wash);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Confirm {
  /** The word on the button: `Revoke`. */
  readonly action = input.required<string>();
  /** What it is done to, for those who hear the button alone. */
  readonly of = input.required<string>();
  /** What will happen. */
  readonly question = input.required<string>();
  readonly asked = output();
  readonly confirmed = output();
  protected readonly keep = inject(DOOR_WORDS).keep;
  protected readonly asking = signal(false);
  private readonly sure = viewChild('sure', { read: ElementRef<HTMLElement> });
  private readonly injector = inject(Injector);

  protected ask(): void {
    this.asking.set(true);
    this.asked.emit();
    afterNextRender(() => this.sure()?.nativeElement.focus(), { injector: this.injector });
  }

  protected confirm(): void {
    this.asking.set(false);
    this.confirmed.emit();
  }
}
