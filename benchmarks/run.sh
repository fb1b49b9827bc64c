#!/usr/bin/env bash
# Runs one benchmark: benchmarks/run.sh SweepBenchmark [resnet50|vgg16 BATCH] [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -q -DskipTests -pl benchmarks -am package

# The same environment as bin/stratigraph gives the program.
export MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=8589934592 MALLOC_TOP_PAD_=67108864
export OPT_OUT_TRACKING=true DJL_OFFLINE=true
name=$1
shift
exec java -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -cp 'benchmarks/target/stratigraph-benchmarks.jar:benchmarks/target/app/*' \
  "org.stratigraph.benchmarks.$name" "$@"
