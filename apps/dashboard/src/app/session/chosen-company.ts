import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { type Action, may } from '@porchlight/contracts/policy';
import { Session } from './session';

/** A company somebody works in: on its staff, or for some of its projects. */
export interface Workplace {
  readonly id: string;
  readonly name: string;
  readonly role: 'owner' | 'manager' | 'subcontractor';
}

/** The one company that lists, settings and new things are about. Remembered by person, in this browser. */
@Injectable({ providedIn: 'root' })
export class ChosenCompany {
  private readonly session = inject(Session);
  private readonly personId = computed(() => this.session.me()?.person.id ?? null);
  private readonly picked = linkedSignal(() => remembered(this.personId()));

  /** Those where the person is staff, then the others. */
  readonly all = computed<readonly Workplace[]>(() => {
    const staffed = this.session.companies().map(({ id, name, role }) => workplace(id, name, role));
    const others = this.session
      .projectsAs('subcontractor')
      .filter(({ companyId }) => !staffed.some(({ id }) => id === companyId))
      .map(({ companyId, companyName }) => workplace(companyId, companyName, 'subcontractor'));
    return [...staffed, ...new Map(others.map((place) => [place.id, place])).values()];
  });
  readonly place = computed(() => this.all().find(({ id }) => id === this.picked()) ?? this.all()[0] ?? null);
  readonly id = computed(() => this.place()?.id ?? null);
  /** Its settings, for staff. */
  readonly company = computed(() => this.session.companies().find(({ id }) => id === this.id()) ?? null);
  /** The same, for pages that nobody else is let into. */
  readonly present = computed(() => {
    const company = this.company();
    if (!company) throw new Error('no company is chosen');
    return company;
  });
  /** `?companyId=` of lists. */
  readonly query = computed((): Record<string, string> => {
    const id = this.id();
    return id === null ? {} : { companyId: id };
  });

  may(action: Action): boolean {
    const place = this.place();
    return place !== null && may(place.role, action);
  }

  /** Takes a company the person has no part in as no choice. */
  choose(id: string): void {
    if (id === this.id() || !this.all().some((place) => place.id === id)) return;
    this.picked.set(id);
    remember(this.personId(), id);
  }
}

/** For pages about the chosen company that not everybody in it may see. Stands under `signedIn`. */
export const mayHere =
  (action: Action): CanActivateFn =>
  () =>
    inject(ChosenCompany).may(action) || inject(Router).parseUrl('/projects');

const workplace = (id: string, name: string, role: string): Workplace => ({
  id,
  name,
  role: role === 'owner' || role === 'manager' ? role : 'subcontractor',
});

const keyOf = (personId: string): string => `porchlight.company.${personId}`;

/** A browser that keeps nothing only forgets the choice. */
function remembered(personId: string | null): string | null {
  try {
    return personId && localStorage.getItem(keyOf(personId));
  } catch {
    return null;
  }
}

function remember(personId: string | null, id: string): void {
  try {
    if (personId) localStorage.setItem(keyOf(personId), id);
  } catch {
    // Chosen for this visit alone.
  }
}
