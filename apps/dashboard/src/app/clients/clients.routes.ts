import { type Routes } from '@angular/router';
import { mayHere } from '../session/chosen-company';
import { builder } from '../session/guards';
import { mayLeave } from '../sheet/may-leave';

export const clientsRoutes: Routes = [
  {
    path: '',
    title: 'Clients',
    canDeactivate: [mayLeave],
    canActivate: [mayHere('lead.read')],
    loadComponent: () => import('./client-list').then((m) => m.ClientList),
  },
  {
    path: ':id',
    title: 'Client',
    canDeactivate: [mayLeave],
    canActivate: [builder],
    loadComponent: () => import('./client-page').then((m) => m.ClientPage),
  },
];
