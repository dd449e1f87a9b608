#!/bin/sh
# One of the operator's commands in a cluster: a Job made of the CronJob `admin`, and what it says.
#   k8s/admin.sh backup list
#   NAMESPACE=porchlight-dev k8s/admin.sh restore latest --yes
set -eu
namespace="${NAMESPACE:-porchlight}"
job="admin-$(date -u +%Y%m%d%H%M%S)"

# Words become JSON strings: backslashes and quotes in them are escaped.
words=''
for word in "$@"; do
  escaped=$(printf '%s' "$word" | sed 's/\\/\\\\/g; s/"/\\"/g')
  words="$words${words:+,}\"$escaped\""
done

in_namespace() { kubectl --namespace "$namespace" "$@"; }

in_namespace create job "$job" --from=cronjob/admin --dry-run=client --output=json |
  kubectl patch --local --filename=- --type=json --output=json \
    --patch "[{\"op\":\"replace\",\"path\":\"/spec/template/spec/containers/0/args\",\"value\":[$words]}]" |
  in_namespace create --filename=-
in_namespace wait --for=jsonpath='{.status.active}'=1 --timeout=60s "job/$job" > /dev/null 2>&1 || true
in_namespace logs --follow --pod-running-timeout=5m "job/$job"
# It has ended by now; the cluster may take a moment to count it.
in_namespace wait --for=condition=complete --timeout=20s "job/$job"
