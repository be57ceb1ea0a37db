// The coordinator's end of one worker process: start it, hand it requests, read what came back.
// Never starts Python itself.
// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <exception>
#include <stdexcept>
#include <string>
#include <vector>

#include "harness/wire/bytes.hpp"
#include "harness/wire/mapping.hpp"
#include "harness/worker/protocol.hpp"

namespace afresh::engine {

/// What a request came to: all events that were committed, and how the process ended.
struct Served {
  std::vector<wire::Event> events;
  worker::Reply reply;
  bool is_damaged = false;  ///< the trial wrote over its own record; the events are lost
};

/// What `serve` throws once the descriptor that stops everything is readable.
class Interrupted : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "interrupted"; }
};

/// What `serve` throws where the process has ended or answers no more.
class WorkerGone : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Owns the process, its socket and mapping. Use from one thread: the process dies with the thread
/// that started it.
class WorkerProcess {
 public:
  /// Start the executable at `program` as a worker. Throws `std::system_error`. `stop`: a
  /// descriptor that is readable once nothing more is to be waited for, or -1; it is never read.
  WorkerProcess(const std::string& program, const worker::WorkerOptions& options, int stop = -1);
  ~WorkerProcess();
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  /// Serve one request. Throws `WorkerGone` when the worker itself is gone, `Interrupted` when all
  /// is to end, and what a request or answer that is too large for this process throws; the worker
  /// can be asked again then.
  Served serve(const wire::Request& request, std::int64_t deadline_ms);

 private:
  class Descriptor {
   public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor();
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }

   private:
    int fd_;
  };

  /// False when nothing came in time.
  [[nodiscard]] bool await_reply(std::int64_t patience_ms) const;

  Descriptor memory_;
  wire::Mapping mapping_;
  int stop_;
  int socket_ = -1;
  pid_t process_ = -1;
};

}  // namespace afresh::engine
