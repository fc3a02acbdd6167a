/*
 * The dense choice of agents as engine/demand/mixed-logit/choose-reference.ts defines it, in C: products in the lanes of vector registers of
 * WIDTH floats, rows of tastes contiguous, agents split among THREADS threads. The yardstick of the machine.
 *   cc -O3 -msse4.1 -ffp-contract=off -DWIDTH=4 ...    WebAssembly's own instruction set: 128 bits, no fused operations
 *   cc -O3 -march=native -DWIDTH=8 (or 16) ...         everything this machine has
 * Usage: choice FOLDER THREADS; each line on stdin asks for one run over all ticks, each line on stdout reports it.
 */
#include <float.h>
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef float vf __attribute__((vector_size(WIDTH * 4), aligned(4)));
typedef int32_t vi __attribute__((vector_size(WIDTH * 4), aligned(4)));
typedef uint32_t vu __attribute__((vector_size(WIDTH * 4), aligned(4)));
enum { MAX_PRODUCTS = 128, MAX_THREADS = 64 };

static int agents, products, ticks, padded;
static float mu, rho;
static float *input_weight, *output_weight, *quality_floor, *switching, *taste;
static int32_t *vendor_of, *held;
static float *ln_quality, *base, *input, *output; /* padded; prices tick by tick */
static int32_t lane_vendor[MAX_PRODUCTS], on_sale[MAX_PRODUCTS];

static void *read_file(const char *folder, const char *name, size_t bytes, size_t room) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  void *data = NULL;
  if (!file || posix_memalign(&data, 64, room) || fread(data, 1, bytes, file) != bytes) {
    fprintf(stderr, "cannot read %s\n", path);
    exit(1);
  }
  memset((char *)data + bytes, 0, room - bytes);
  fclose(file);
  return data;
}

/* A table by product, padded to whole registers; `rows` of them. */
static float *read_table(const char *folder, const char *name, int rows) {
  float *plain = read_file(folder, name, 4ul * rows * products, 4ul * rows * products);
  float *table = calloc((size_t)rows * padded, 4);
  for (int r = 0; r < rows; r++) memcpy(table + r * padded, plain + r * products, 4ul * products);
  free(plain);
  return table;
}

static vf load(const float *p) { vf v; memcpy(&v, p, sizeof v); return v; }
static vi load_int(const int32_t *p) { vi v; memcpy(&v, p, sizeof v); return v; }
static vf blend(vi mask, vf yes, vf no) { return (vf)((mask & (vi)yes) | (~mask & (vi)no)); }

static void choose(int from, int to, int tick, int64_t *counts) {
  const float *in = input + tick * padded, *out = output + tick * padded;
  vi first;
  for (int k = 0; k < WIDTH; k++) first[k] = k;
  for (int i = from; i < to; i++) {
    const float a = input_weight[i], b = output_weight[i], floor = quality_floor[i], *t = taste + (size_t)i * products;
    const int h = held[i];
    const float loyal = h >= 0 ? switching[i] : 0, sister = loyal * rho;
    const int v = h >= 0 ? vendor_of[h] : -2;
    vf best = (vf){} - INFINITY;
    vi pick = (vi){} - 1, index = first;
    for (int j = 0; j < padded; j += WIDTH) {
      vf q = load(ln_quality + j), price = a * load(in + j) + b * load(out + j);
      vi open = load_int(on_sale + j) & ~(q < floor);
      vf u = (load(base + j) - price) + mu * load(t + j);
      vf pull = (vf)((vi)((vf){} + sister) & (load_int(lane_vendor + j) == v));
      u += blend(index == h, (vf){} + loyal, pull);
      vi better = open & (u > best);
      best = blend(better, u, best);
      pick = (better & index) | (~better & pick);
      index += WIDTH;
    }
    /* The best of all lanes; of equals the product listed first. -1, as an unsigned number, comes after every product. */
#pragma GCC unroll 8
    for (int half = WIDTH / 2; half > 0; half /= 2) {
      vf other = __builtin_shuffle(best, first ^ half);
      vi its = __builtin_shuffle(pick, first ^ half);
      vi better = (other > best) | ((other == best) & (vi)((vu)its < (vu)pick));
      best = blend(better, other, best);
      pick = (better & its) | (~better & pick);
    }
    const int choice = pick[0];
    held[i] = choice;
    if (choice >= 0) counts[(size_t)tick * products + choice]++;
  }
}

struct part { int from, to; int64_t *counts; pthread_t thread; };

static void *work(void *argument) {
  struct part *p = argument;
  for (int i = p->from; i < p->to; i++) held[i] = -1;
  for (int t = 0; t < ticks; t++) choose(p->from, p->to, t, p->counts);
  return NULL;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static void report(int threads) {
  struct part parts[MAX_THREADS];
  double begun = now();
  for (int k = 0; k < threads; k++) {
    parts[k].from = (int)((int64_t)agents * k / threads);
    parts[k].to = (int)((int64_t)agents * (k + 1) / threads);
    parts[k].counts = calloc((size_t)ticks * products, sizeof(int64_t));
    if (k > 0) pthread_create(&parts[k].thread, NULL, work, &parts[k]);
  }
  work(&parts[0]);
  for (int k = 1; k < threads; k++) pthread_join(parts[k].thread, NULL);
  double ms = now() - begun;
  printf("{\"ms\":%.4f,\"counts\":[", ms);
  for (int c = 0; c < ticks * products; c++) {
    int64_t sum = 0;
    for (int k = 0; k < threads; k++) sum += parts[k].counts[c];
    printf(c ? ",%ld" : "%ld", (long)sum);
  }
  puts("]}");
  fflush(stdout);
  for (int k = 0; k < threads; k++) free(parts[k].counts);
}

int main(int argc, char **argv) {
  if (argc != 3) return fprintf(stderr, "usage: choice FOLDER THREADS\n"), 2;
  const char *folder = argv[1];
  int32_t *head = read_file(folder, "head.i32", 12, 12);
  float *scales = read_file(folder, "scales.f32", 8, 8);
  agents = head[0], products = head[1], ticks = head[2], mu = scales[0], rho = scales[1];
  padded = (products + WIDTH - 1) / WIDTH * WIDTH;
  if (padded > MAX_PRODUCTS) return fprintf(stderr, "too many products\n"), 2;
  size_t column = 4ul * agents;
  input_weight = read_file(folder, "inputWeight.f32", column, column);
  output_weight = read_file(folder, "outputWeight.f32", column, column);
  quality_floor = read_file(folder, "qualityFloor.f32", column, column);
  switching = read_file(folder, "switching.f32", column, column);
  taste = read_file(folder, "taste.f32", column * products, column * products + 64);
  vendor_of = read_file(folder, "vendorOf.i32", 4ul * products, 4ul * products);
  held = malloc(column);
  ln_quality = read_table(folder, "lnQuality.f32", 1);
  base = read_table(folder, "base.f32", 1);
  input = read_table(folder, "input.f32", ticks);
  output = read_table(folder, "output.f32", ticks);
  for (int j = 0; j < products; j++) lane_vendor[j] = vendor_of[j], on_sale[j] = -1;
  char line[64];
  while (fgets(line, sizeof line, stdin)) report(atoi(argv[2]) > MAX_THREADS ? MAX_THREADS : atoi(argv[2]));
  return 0;
}
