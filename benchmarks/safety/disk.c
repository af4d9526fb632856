/* What does a program ask of the disk, and what if the disk refuses? Preloaded beside an unmodified
 * program (LD_PRELOAD, Linux): writes down what is asked of one folder, and refuses some of it.
 *
 *   DISK_FOLDER   the folder that is watched, with all below it
 *   DISK_RECORD   where to write it down; see `recording.py` for the shape; empty: nowhere
 *   DISK_SAID     a file outside the folder: what is written to it comes into the record in its place
 *   DISK_ORDERS   64 bytes that say what to refuse; see `refusing.py`; empty: nothing
 *   DISK_SOCKETS  where to write a line for each internet socket; empty: nowhere
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { OPEN = 1, WRITE, TRUNCATE, SYNC, UNLINK, RENAME, LINK, SYNC_FOLDER, SAID, LOCK, READ };

struct record { uint32_t what, path_length; uint64_t file, place, length; };

/* Shared with `refusing.py`: refuse `times` times, once `after` calls of these kinds went well. */
struct orders { uint32_t kinds, error; int64_t after, times; uint64_t refused, seen; uint32_t half; };

enum { FILES = 4096 };
static char *paths[FILES]; /* of each open file in the folder, else NULL */
static char is_said[FILES];
static char folder[PATH_MAX], said[PATH_MAX], sockets[PATH_MAX];
static size_t folder_length;
static int record_to = -1;
static struct orders *orders;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static int from_above(const char *path, int flags, int mode) {
  return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

static void setting(const char *name, char *into) {
  const char *value = getenv(name);
  if (value && *value && !realpath(value, into)) snprintf(into, PATH_MAX, "%s", value);
}

__attribute__((constructor)) static void begin(void) {
  char path[PATH_MAX] = "";
  setting("DISK_FOLDER", folder);
  setting("DISK_SAID", said);
  setting("DISK_SOCKETS", sockets);
  folder_length = strlen(folder);
  setting("DISK_RECORD", path);
  if (*path) record_to = from_above(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  *path = 0;
  setting("DISK_ORDERS", path);
  if (*path) {
    int file = from_above(path, O_RDWR | O_CLOEXEC, 0);
    void *shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (shared != MAP_FAILED) orders = shared;
    close(file);
  }
}

/* ---- what is ours ---- */

static int is_in_folder(const char *path) {
  return folder_length && !strncmp(path, folder, folder_length) &&
         (path[folder_length] == '/' || !path[folder_length]);
}

/* The path from the root, in `whole`; links in the folders above are not followed. */
static const char *whole_path(const char *path, char *whole) {
  if (*path == '/' || !getcwd(whole, PATH_MAX / 2)) return path;
  snprintf(whole + strlen(whole), PATH_MAX / 2, "/%s", path);
  return whole;
}

static const char *path_of(int file) {
  return file >= 0 && file < FILES ? paths[file] : NULL;
}

static uint64_t identity(int file) {
  struct stat about;
  return fstat(file, &about) ? 0 : about.st_ino;
}

static void put(int what, uint64_t file, uint64_t place, const char *path, const void *data,
                size_t length) {
  if (record_to < 0) return;
  int error = errno;
  size_t path_length = path ? strlen(path) : 0;
  struct record head = {(uint32_t)what, (uint32_t)path_length, file, place, length};
  size_t size = sizeof head + path_length + length;
  char *whole = malloc(size);
  memcpy(whole, &head, sizeof head);
  if (path_length) memcpy(whole + sizeof head, path, path_length);
  if (length) memcpy(whole + sizeof head + path_length, data, length);
  if (syscall(SYS_write, record_to, whole, size) != (long)size) abort();
  free(whole);
  errno = error;
}

/* Whether this call is to be refused; errno is set then. */
static int is_refused(int kind) {
  if (!orders || !(orders->kinds >> kind & 1)) return 0;
  orders->seen++;
  if (orders->after > 0) { orders->after--; return 0; }
  if (orders->times <= 0) return 0;
  orders->times--;
  orders->refused++;
  errno = (int)orders->error;
  return 1;
}

/* ---- opening and closing ---- */

static int opened(int file, const char *path, int flags, int is_new) {
  if (file < 0 || file >= FILES) return file;
  free(paths[file]);
  paths[file] = NULL;
  is_said[file] = *said && !strcmp(path, said);
  if (!is_in_folder(path)) return file;
  paths[file] = strdup(path);
  put(OPEN, identity(file), is_new, path, NULL, 0);
  if (flags & O_TRUNC && !is_new) put(TRUNCATE, identity(file), 0, NULL, NULL, 0);
  return file;
}

static int opening(int at, const char *path, int flags, mode_t mode) {
  char whole[PATH_MAX] = "";
  const char *name = at == AT_FDCWD || *path == '/' ? whole_path(path, whole) : path;
  if (!is_in_folder(name) && strcmp(name, said)) {
    int file = (int)syscall(SYS_openat, at, path, flags, mode);
    if (file >= 0 && file < FILES && paths[file]) { free(paths[file]); paths[file] = NULL; }
    if (file >= 0 && file < FILES) is_said[file] = 0;
    return file;
  }
  pthread_mutex_lock(&mutex);
  int file = -1;
  if (!(flags & (O_CREAT | O_WRONLY | O_RDWR)) || !is_refused(OPEN)) {
    int is_new = flags & O_CREAT && syscall(SYS_faccessat, AT_FDCWD, name, F_OK);
    file = opened((int)syscall(SYS_openat, at, path, flags, mode), name, flags, is_new);
  }
  pthread_mutex_unlock(&mutex);
  return file;
}

#define MODE(flags)                                       \
  mode_t mode = 0;                                        \
  if ((flags) & (O_CREAT | __O_TMPFILE)) {                \
    va_list rest;                                         \
    va_start(rest, flags);                                \
    mode = va_arg(rest, mode_t);                          \
    va_end(rest);                                         \
  }

int open(const char *path, int flags, ...) { MODE(flags) return opening(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opening(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return opening(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return opening(at, path, flags, mode); }

int close(int file) {
  if (path_of(file)) {
    pthread_mutex_lock(&mutex);
    free(paths[file]);
    paths[file] = NULL;
    pthread_mutex_unlock(&mutex);
  }
  if (file >= 0 && file < FILES) is_said[file] = 0;
  return (int)syscall(SYS_close, file);
}

/* ---- reading and writing ---- */

static ssize_t writing(int file, const void *data, size_t length, off64_t place, int at_place) {
  if (file >= 0 && file < FILES && is_said[file]) put(SAID, 0, 0, NULL, data, length);
  if (!path_of(file))
    return at_place ? syscall(SYS_pwrite64, file, data, length, place)
                    : syscall(SYS_write, file, data, length);
  pthread_mutex_lock(&mutex);
  if (!at_place) {
    struct stat about;
    int is_behind = (int)syscall(SYS_fcntl, file, F_GETFL) & O_APPEND;
    place = is_behind && !fstat(file, &about) ? about.st_size : syscall(SYS_lseek, file, 0, SEEK_CUR);
  }
  ssize_t done = -1;
  int refused = is_refused(WRITE);
  if (!refused || orders->half) {
    size_t some = refused ? length / 2 : length;
    int error = errno;
    done = at_place ? syscall(SYS_pwrite64, file, data, some, place)
                    : syscall(SYS_write, file, data, some);
    if (done > 0) put(WRITE, identity(file), (uint64_t)place, NULL, data, (size_t)done);
    if (refused) { done = -1; errno = error; }
  }
  pthread_mutex_unlock(&mutex);
  return done;
}

ssize_t write(int file, const void *data, size_t length) { return writing(file, data, length, 0, 0); }
ssize_t pwrite(int file, const void *data, size_t length, off_t place) { return writing(file, data, length, place, 1); }
ssize_t pwrite64(int file, const void *data, size_t length, off64_t place) { return writing(file, data, length, place, 1); }

static int refuses_reading(int file) {
  if (!path_of(file)) return 0;
  pthread_mutex_lock(&mutex);
  int refused = is_refused(READ);
  pthread_mutex_unlock(&mutex);
  return refused;
}

ssize_t read(int file, void *data, size_t length) {
  return refuses_reading(file) ? -1 : syscall(SYS_read, file, data, length);
}
ssize_t pread(int file, void *data, size_t length, off_t place) {
  return refuses_reading(file) ? -1 : syscall(SYS_pread64, file, data, length, place);
}
ssize_t pread64(int file, void *data, size_t length, off64_t place) {
  return refuses_reading(file) ? -1 : syscall(SYS_pread64, file, data, length, place);
}

static int truncating(int file, off64_t size) {
  if (!path_of(file)) return (int)syscall(SYS_ftruncate, file, size);
  pthread_mutex_lock(&mutex);
  int failed = is_refused(TRUNCATE) ? -1 : (int)syscall(SYS_ftruncate, file, size);
  if (!failed) put(TRUNCATE, identity(file), (uint64_t)size, NULL, NULL, 0);
  pthread_mutex_unlock(&mutex);
  return failed;
}

int ftruncate(int file, off_t size) { return truncating(file, size); }
int ftruncate64(int file, off64_t size) { return truncating(file, size); }

static int syncing(int file, long call) {
  const char *path = path_of(file);
  if (!path) return (int)syscall(call, file);
  pthread_mutex_lock(&mutex);
  struct stat about;
  int is_folder = !fstat(file, &about) && S_ISDIR(about.st_mode);
  int failed = is_refused(SYNC) ? -1 : 0; /* nothing is really waited for: the record is the disk */
  if (!failed) put(is_folder ? SYNC_FOLDER : SYNC, identity(file), 0, path, NULL, 0);
  pthread_mutex_unlock(&mutex);
  return failed;
}

int fsync(int file) { return syncing(file, SYS_fsync); }
int fdatasync(int file) { return syncing(file, SYS_fdatasync); }

static int is_lock(int what) {
  return what == F_SETLK || what == F_SETLKW || what == F_OFD_SETLK || what == F_OFD_SETLKW;
}

static int locking(int file, int what, void *rest) {
  if (path_of(file) && is_lock(what)) {
    pthread_mutex_lock(&mutex);
    const struct flock *lock = rest;
    int refused = lock->l_type != F_UNLCK && is_refused(LOCK);
    pthread_mutex_unlock(&mutex);
    if (refused) return -1;
  }
  return (int)syscall(SYS_fcntl, file, what, rest);
}

#define REST                         \
  va_list words;                     \
  va_start(words, what);             \
  void *rest = va_arg(words, void *); \
  va_end(words);

int fcntl(int file, int what, ...) { REST return locking(file, what, rest); }
int fcntl64(int file, int what, ...) { REST return locking(file, what, rest); }

/* ---- names ---- */

static int renaming(int what, const char *from, const char *to) {
  char a[PATH_MAX] = "", b[PATH_MAX] = "";
  long call = what == LINK ? SYS_linkat : SYS_renameat;
  const char *old = whole_path(from, a), *new = whole_path(to, b);
  if (!is_in_folder(old) && !is_in_folder(new))
    return (int)syscall(call, AT_FDCWD, from, AT_FDCWD, to, 0);
  pthread_mutex_lock(&mutex);
  int failed = is_refused(what) ? -1 : (int)syscall(call, AT_FDCWD, from, AT_FDCWD, to, 0);
  if (!failed) put(what, 0, 0, old, new, strlen(new));
  pthread_mutex_unlock(&mutex);
  return failed;
}

int rename(const char *from, const char *to) { return renaming(RENAME, from, to); }
int link(const char *from, const char *to) { return renaming(LINK, from, to); }
int renameat(int a, const char *from, int b, const char *to) {
  return a == AT_FDCWD && b == AT_FDCWD ? renaming(RENAME, from, to) : REAL(renameat)(a, from, b, to);
}
int linkat(int a, const char *from, int b, const char *to, int flags) {
  return a == AT_FDCWD && b == AT_FDCWD ? renaming(LINK, from, to) : REAL(linkat)(a, from, b, to, flags);
}

int unlink(const char *path) {
  char whole[PATH_MAX] = "";
  const char *name = whole_path(path, whole);
  if (!is_in_folder(name)) return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  pthread_mutex_lock(&mutex);
  int failed = is_refused(UNLINK) ? -1 : (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  if (!failed) put(UNLINK, 0, 0, name, NULL, 0);
  pthread_mutex_unlock(&mutex);
  return failed;
}
int unlinkat(int at, const char *path, int flags) {
  return at == AT_FDCWD && !flags ? unlink(path) : (int)syscall(SYS_unlinkat, at, path, flags);
}

/* ---- sockets ---- */

int socket(int family, int type, int protocol) {
  if (*sockets && (family == AF_INET || family == AF_INET6)) {
    int file = from_above(sockets, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    dprintf(file, "%d %d\n", family, getpid());
    syscall(SYS_close, file);
  }
  return (int)syscall(SYS_socket, family, type, protocol);
}
