// SPDX-License-Identifier: MIT
#include "harness/python/interpreter.hpp"

#include <Python.h>

#include <stdexcept>

namespace afresh::py {
namespace {

class Config {
 public:
  Config() { PyConfig_InitIsolatedConfig(&config_); }
  ~Config() { PyConfig_Clear(&config_); }
  Config(const Config&) = delete;
  Config& operator=(const Config&) = delete;
  PyConfig* operator->() { return &config_; }
  PyConfig* get() { return &config_; }

 private:
  PyConfig config_;
};

void check(PyStatus status) {
  if (PyStatus_Exception(status)) {
    throw std::runtime_error(std::string("CPython does not start: ") +
                             (status.err_msg != nullptr ? status.err_msg : "unknown reason"));
  }
}

}  // namespace

Interpreter::Interpreter(const Options& options) {
  // UTF-8 mode: what a trial sees must not depend on the caller's locale.
  PyPreConfig preconfig;
  PyPreConfig_InitIsolatedConfig(&preconfig);
  preconfig.utf8_mode = 1;
  check(Py_PreInitialize(&preconfig));

  Config config;
  config->use_hash_seed = 1;
  config->hash_seed = options.hash_seed;
  config->write_bytecode = 1;
  config->site_import = 0;
  config->install_signal_handlers = 0;
  config->parse_argv = 0;
  check(PyConfig_SetBytesString(config.get(), &config->program_name, options.executable.c_str()));
  check(PyConfig_SetBytesString(config.get(), &config->executable, options.executable.c_str()));
  check(Py_InitializeFromConfig(config.get()));
}

Interpreter::~Interpreter() { Py_FinalizeEx(); }

}  // namespace afresh::py
