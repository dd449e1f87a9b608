import { effect, inject, signal, type Signal } from '@angular/core';
import type { Duplicate } from '@porchlight/contracts';
import { Api } from '../api/api';
import { ChosenCompany } from '../session/chosen-company';

export interface Traits {
  readonly email: string;
  readonly phone: string;
  readonly address: string;
}

/** What is far enough typed to look for: half an address finds the wrong people. */
export function worthLooking({ email, phone, address }: Traits): Partial<Traits> {
  return {
    ...(/^\S+@\S+\.\S{2,}$/.test(email.trim()) ? { email: email.trim() } : {}),
    ...(phone.replace(/\D/g, '').length >= 7 ? { phone: phone.trim() } : {}),
    ...(address.trim().length >= 8 ? { address: address.trim() } : {}),
  };
}

/** Leads that share something with one that is being typed, looked for once its person pauses. Call it in an injection context. */
export function alike(traits: () => Traits): Signal<readonly Duplicate[]> {
  const api = inject(Api);
  const chosen = inject(ChosenCompany);
  const found = signal<readonly Duplicate[]>([]);
  effect((onCleanup) => {
    const asked = worthLooking(traits());
    let over = false;
    const look = async () => {
      if (Object.keys(asked).length === 0) return found.set([]);
      const query = { ...chosen.query(), ...asked };
      // An extra: where it cannot be told, nothing is said.
      const { items } = await api
        .get<{ items: Duplicate[] }>('/api/leads/duplicates', query)
        .catch(() => ({ items: [] }));
      if (!over) found.set(items);
    };
    const timer = setTimeout(() => void look(), 500);
    onCleanup(() => {
      over = true;
      clearTimeout(timer);
    });
  });
  return found.asReadonly();
}
