// The border between one case and all others: what breaks while a case is run or judged is told as
// that case's error. SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <new>

#include "harness/engine/worker_pool.hpp"
#include "harness/values/result.hpp"

namespace afresh::engine {

/// What `work` gives, a `Result`; an exception of it is an error, but for those that concern all
/// cases: `NoWorker`, and `Interrupted`, which is no error.
template <typename Work>
auto attempt(const Work& work) -> decltype(work()) {
  try {
    return work();
  } catch (const Interrupted&) {
    throw;
  } catch (const NoWorker&) {
    throw;
  } catch (const std::bad_alloc&) {
    return Error{"there is not memory enough"};
  } catch (const std::exception& error) {
    return Error{error.what()};
  }
}

}  // namespace afresh::engine
