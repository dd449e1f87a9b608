#!/bin/sh
# restore.sh <time>    puts the database and the files of /backups/<time> in the place of those that are there
set -eu
from="/backups/${1:?which backup? $(ls /backups)}"
(cd "$from" && sha256sum -c SHA256SUMS)
dropdb --force --if-exists porchlight
createdb porchlight
pg_restore --exit-on-error --dbname=porchlight "$from/porchlight.dump"
find /files -mindepth 2 -delete
tar -C /files -xzf "$from/files.tar.gz"
echo "restore: done; start the services again"
