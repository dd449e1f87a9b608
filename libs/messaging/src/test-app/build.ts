import { bundle } from '../../../../tools/build/bundle.ts';

await bundle({
  entry: 'libs/messaging/src/test-app/main.ts',
  file: 'dist/tools/messaging-test-app.js',
  packages: true,
});
