// Stands before the C library's own functions: a definition in the executable is found first by
// libpython too. (Time namespaces of Linux shift no wall clock: time_namespaces(7).) Every look at
// a clock is a system call here and not one of the vDSO: some hundred nanoseconds.
// SPDX-License-Identifier: MIT
#include "harness/worker/wall_clock.hpp"

#include <semaphore.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <ctime>

namespace afresh::worker {
namespace {

long wrong_by = 0;

bool is_wall(clockid_t clock) {
  return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE || clock == CLOCK_TAI;
}

}  // namespace

void skew_wall_clock(long seconds) { wrong_by = seconds; }

}  // namespace afresh::worker

extern "C" {

int clock_gettime(clockid_t clock, timespec* time) noexcept {
  // The system call and not the function behind us: looking that up allocates, in any thread's
  // middle.
  auto status = static_cast<int>(syscall(SYS_clock_gettime, clock, time));
  if (status == 0 && afresh::worker::is_wall(clock)) time->tv_sec += afresh::worker::wrong_by;
  return status;
}

int gettimeofday(timeval* time, void*) noexcept {
  timespec now{};
  int status = clock_gettime(CLOCK_REALTIME, &now);
  if (status == 0) *time = {.tv_sec = now.tv_sec, .tv_usec = now.tv_nsec / 1000};
  return status;
}

// Its deadline was made by the clock above; the kernel's own is right.
int sem_timedwait(sem_t* semaphore, const timespec* deadline) {
  timespec right = *deadline;
  right.tv_sec -= afresh::worker::wrong_by;
  return sem_clockwait(semaphore, CLOCK_REALTIME, &right);
}

time_t time(time_t* into) noexcept {
  timespec now{};
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
  if (into != nullptr) *into = now.tv_sec;
  return now.tv_sec;
}
}
