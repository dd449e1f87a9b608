import { Routes } from '@angular/router';

export const projectRoutes: Routes = [
  {
    path: '',
    title: 'Project',
    loadComponent: () => import('./project-page').then((m) => m.ProjectPage),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'plan' },
      { path: 'plan', loadComponent: () => import('./plan/plan').then((m) => m.Plan) },
      { path: 'customer', loadComponent: () => import('./customer/customer').then((m) => m.Customer) },
      { path: 'budget', loadComponent: () => import('./budget/budget').then((m) => m.BudgetTab) },
      { path: 'notes', loadComponent: () => import('./notes/notes').then((m) => m.Notes) },
      { path: 'activity', loadComponent: () => import('./activity/activity').then((m) => m.ActivityTab) },
    ],
  },
];
