import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { Link, Member } from '@porchlight/contracts';
import { Confirm } from '../../sheet/confirm';
import { Trouble } from '../../shell/trouble';
import { ShareStore } from '../share/share-store';

/** Remove, and with a customer the links their household may still hold: who is shut out by name could walk in by link. */
@Component({
  selector: 'app-remove-member',
  imports: [Confirm, Trouble],
  template: `
    <app-confirm
      action="Remove"
      [of]="member().name"
      question="They lose access at once; open screens close."
      (asked)="ask()"
      (confirmed)="confirmed.emit(ticked())"
    >
      @if (isCustomer()) {
        @if (links(); as active) {
          @if (active.length > 0) {
            <fieldset>
              <legend class="small">Whoever holds a link still gets in by it. Also revoke:</legend>
              @for (link of active; track link.id) {
                <label class="check">
                  <input type="checkbox" [checked]="ticked().includes(link.id)" (change)="tick(link)" />
                  <span
                    >{{ link.label }}
                    @if (isTheirs(link)) {
                      <span class="muted small">has their address</span>
                    } @else if (link.kind === 'customer') {
                      <span class="muted small">made by a customer</span>
                    }
                  </span>
                </label>
              }
            </fieldset>
          }
        } @else if (share.links.error(); as error) {
          <app-trouble [error]="error" (again)="share.links.load()" />
        } @else {
          <p class="muted small" role="status">Looking for links they may hold…</p>
        }
      }
    </app-confirm>
  `,
  styles: `
    :host {
      display: contents;
    }
    fieldset {
      display: grid;
      gap: var(--space-2);
    }
    legend {
      padding-block-end: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RemoveMember {
  readonly member = input.required<Member>();
  /** The links to revoke in the same step. */
  readonly confirmed = output<readonly string[]>();
  protected readonly share = inject(ShareStore);
  protected readonly isCustomer = computed(() => this.member().role === 'customer');
  protected readonly links = computed(
    () => this.share.links.value()?.filter(({ status }) => status === 'active') ?? null,
  );
  /** What the person chose otherwise than is proposed. */
  private readonly turned = signal<readonly string[]>([]);
  /** Proposed are those with the member's own address. */
  protected readonly ticked = computed(() =>
    (this.isCustomer() ? (this.links() ?? []) : [])
      .filter((link) => this.isTheirs(link) !== this.turned().includes(link.id))
      .map(({ id }) => id),
  );

  protected ask(): void {
    this.turned.set([]);
    if (this.isCustomer()) void this.share.links.load();
  }

  protected tick({ id }: Link): void {
    this.turned.update((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]));
  }

  protected isTheirs({ email }: Link): boolean {
    return email !== null && email === this.member().email.toLowerCase();
  }
}
