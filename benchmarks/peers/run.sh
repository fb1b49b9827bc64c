#!/usr/bin/env bash
# Our speed and our maps beside Captum's:
#   benchmarks/peers/run.sh [resnet50|vgg16] [BATCH] [ROUNDS] [options of compare.py]
#   benchmarks/peers/run.sh removal [resnet50|vgg16] [BATCH] [ROUNDS]     # pixel flipping beside Quantus'
# PEERS_VENV=DIR: a virtual environment elsewhere. PEER_ALLOCATOR=ours: the peer gets our allocator's settings too.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
script=compare.py
if [ "${1:-}" = removal ]; then
  script=removal.py
  shift
fi
model=${1:-resnet50}
batch=${2:-1}
rounds=${3:-7}
shift $(($# < 3 ? $# : 3))

venv=${PEERS_VENV:-$here/.venv}
if ! cmp -s "$here/requirements.txt" "$venv/installed.txt"; then
  echo "peers: installing them into $venv" >&2
  [ -x "$venv/bin/python" ] || python3 -m venv "$venv"
  "$venv/bin/pip" install -q -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv/installed.txt"
fi
(cd "$here/../.." && mvn -B -q -DskipTests -pl benchmarks -am package)

# The same environment and options as bin/stratigraph gives the program.
allocator=(MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=8589934592
  MALLOC_TOP_PAD_=67108864)
target=$here/../target
ours=(env "${allocator[@]}" OPT_OUT_TRACKING=true DJL_OFFLINE=true
  java -XX:+UseSerialGC -Dorg.slf4j.simpleLogger.defaultLogLevel=warn
  -cp "$target/stratigraph-benchmarks.jar:$target/app/*" org.stratigraph.benchmarks.PeerSide)

peer=()
if [ "${PEER_ALLOCATOR:-}" = ours ]; then peer=("${allocator[@]}"); fi
exec env "${peer[@]}" "$venv/bin/python" -B "$here/$script" \
  --model "$model" --batch "$batch" --rounds "$rounds" "$@" --ours "${ours[@]}"
