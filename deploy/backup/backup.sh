#!/bin/sh
# backup.sh once     writes /backups/<time>/: porchlight.dump, files.tar.gz and their checksums
# backup.sh daily    the same now and every 24 hours; older ones than KEEP_DAYS go
set -eu
umask 077

once() {
  at=$(date -u +%Y-%m-%dT%H%M%SZ)
  part="/backups/.$at"
  rm -rf /backups/.[0-9]*
  mkdir "$part"
  # One snapshot over all schemas, so that what services know of each other belongs together. Files after it: a row may
  # then miss a file that was deleted meanwhile, and never one that it was sure of.
  pg_dump --format=custom --file="$part/porchlight.dump" porchlight
  tar -C /files -czf "$part/files.tar.gz" .
  (cd "$part" && sha256sum porchlight.dump files.tar.gz > SHA256SUMS)
  # Only what is whole gets its name.
  mv "$part" "/backups/$at"
  find /backups -mindepth 1 -maxdepth 1 -type d -name '[0-9]*Z' -mtime "+${KEEP_DAYS:-14}" -exec rm -rf {} +
  echo "backup: wrote /backups/$at"
}

case "${1:-}" in
  once) once ;;
  daily)
    while :; do
      # A night without a backup shows in the log and is tried again the next; it does not end the service.
      sh "$0" once || echo "backup: FAILED" >&2
      sleep 86400 &
      wait $!
    done
    ;;
  *)
    sed -n '2,3s/^# //p' "$0" >&2
    exit 2
    ;;
esac
