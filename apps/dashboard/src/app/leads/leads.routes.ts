import { type Routes } from '@angular/router';
import { mayHere } from '../session/chosen-company';
import { builder } from '../session/guards';
import { mayLeave } from '../sheet/may-leave';

export const leadsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Leads',
    canDeactivate: [mayLeave],
    canActivate: [mayHere('lead.read')],
    loadComponent: () => import('./home/leads-home').then((m) => m.LeadsHome),
  },
  {
    path: 'import',
    title: 'Import leads',
    canDeactivate: [mayLeave],
    canActivate: [mayHere('lead.change')],
    loadComponent: () => import('./import/import-page').then((m) => m.ImportPage),
  },
  {
    path: ':id',
    title: 'Lead',
    canDeactivate: [mayLeave],
    canActivate: [builder],
    loadComponent: () => import('./lead-page').then((m) => m.LeadPage),
  },
];
