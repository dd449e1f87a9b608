import type { Words } from './english';

export const spanish: Words = {
  product: 'Porchlight',
  tabTitle: (project, company) => `${project} – ${company}`,
  share: 'Compartir',

  live: {
    live: 'En directo',
    // on a small phone a new line begins before the second sentence and not within it
    connecting: (time) => `Conectando… Último\u00a0dato: ${time}`,
    reconnecting: (time) => `Reconectando… Último\u00a0dato: ${time}`,
    offline: (time) => `Sin conexión. Último\u00a0dato: ${time}`,
  },

  preview: {
    label: 'Vista previa',
    whose: 'Está viendo la página tal como la ve su cliente.',
    back: 'Volver al proyecto',
  },

  notes: {
    on_hold: {
      title: 'La obra está en pausa',
      text: (company) => `Por ahora no hay movimiento. En cuanto ${company} reanude la obra, lo verá aquí.`,
    },
    completed: {
      title: 'La obra está terminada',
      text: (company) =>
        `Todo el trabajo previsto está hecho. Si algo no quedó como debería, ${company} quiere saberlo.`,
    },
    handed_over: {
      title: 'Su proyecto está entregado',
      text: (company) =>
        `La obra está terminada. Lo que ${company} compartió con usted queda aquí para consultarlo, y también cómo contactarlos.`,
    },
    closed: {
      title: 'Este proyecto está cerrado',
      text: (company) =>
        `${company} lo ha cerrado. Lo que compartió con usted queda aquí para consultarlo, y también cómo contactarlos.`,
    },
  },

  progress: {
    title: 'Avance',
    overall: 'Avance total',
    notYet: 'El plan aún se está preparando. En cuanto tenga trabajos, su avance se verá aquí.',
    how: 'Cómo se calcula este número',
  },
  finish: 'Fin previsto',

  missing: {
    text: 'No se pudo cargar una parte de esta página. Se intentará de nuevo en cuanto haya conexión.',
    again: 'Cargar la página de nuevo',
  },
};
