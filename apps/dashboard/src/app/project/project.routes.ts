import { type Route, type Routes } from '@angular/router';
import { mayLeave } from '../sheet/may-leave';

const tab = (path: string, loadComponent: Route['loadComponent']): Route => ({
  path,
  canDeactivate: [mayLeave],
  loadComponent,
});

export const projectRoutes: Routes = [
  {
    path: '',
    title: 'Project',
    loadComponent: () => import('./project-page').then((m) => m.ProjectPage),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'plan' },
      tab('plan', () => import('./plan/plan').then((m) => m.Plan)),
      tab('customer', () => import('./customer/customer').then((m) => m.Customer)),
      tab('budget', () => import('./budget/budget').then((m) => m.BudgetTab)),
      tab('notes', () => import('./notes/notes').then((m) => m.Notes)),
      tab('files', () => import('./files/files').then((m) => m.FilesTab)),
      tab('activity', () => import('./activity/activity').then((m) => m.ActivityTab)),
      tab('settings', () => import('./settings/project-settings').then((m) => m.ProjectSettings)),
    ],
  },
];
