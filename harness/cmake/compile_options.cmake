# Warnings and sanitizers as one interface target, and the one way to make a library of ours.

add_library(afresh_options INTERFACE)
target_include_directories(afresh_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(afresh_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
  # Designated initialisers leave out what has a default on purpose.
  -Wno-missing-field-initializers
  # False alarms of g++ 12 on string concatenation: https://gcc.gnu.org/bugzilla/show_bug.cgi?id=105651
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${AFRESH_WERROR}>:-Werror>)
if(AFRESH_SANITIZE)
  target_compile_options(afresh_options INTERFACE
    -fsanitize=${AFRESH_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined
    # With a sanitizer g++ 12 sees uninitialized parts in its own <regex>; its manual says as much.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(afresh_options INTERFACE -fsanitize=${AFRESH_SANITIZE})
endif()

# afresh_library(NAME SOURCES … HEADERS … LINKS …)
function(afresh_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;HEADERS;LINKS" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}
                 FILES ${arg_HEADERS})
  set_target_properties(${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON
                        POSITION_INDEPENDENT_CODE ON)
  target_link_libraries(${name} PUBLIC afresh_options ${arg_LINKS})
endfunction()
