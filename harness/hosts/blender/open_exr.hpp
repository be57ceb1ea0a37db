// OpenEXR keeps threads that a forked process does not have, and waits for them for ever.
// SPDX-License-Identifier: MIT
#pragma once

namespace afresh::blender {

/// Ends OpenEXR's threads: it then saves and loads in whichever thread asks. To be called before
/// the first fork. Does nothing where no OpenEXR is loaded.
void end_exr_threads();

}  // namespace afresh::blender
