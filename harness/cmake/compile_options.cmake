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

# afresh_library(NAME SOURCES … HEADERS … PRIVATE_HEADERS … LINKS … PRIVATE_LINKS …)
#
# HEADERS are what the library offers; PRIVATE_HEADERS are its own business, and its tests'. LINKS are
# what its HEADERS need, and whoever links it may include those too; PRIVATE_LINKS are what only its
# sources need. `check_rooms` (check_rooms.py) holds every #include against this.
function(afresh_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;HEADERS;PRIVATE_HEADERS;LINKS;PRIVATE_LINKS" ${ARGN})
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "afresh_library(${name}): what is ${arg_UNPARSED_ARGUMENTS}?")
  endif()
  add_library(${name} STATIC ${arg_SOURCES})
  # To CMake all are public: only those are compiled each alone.
  target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}
                 FILES ${arg_HEADERS})
  target_sources(${name} PUBLIC FILE_SET private_headers TYPE HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}
                 FILES ${arg_PRIVATE_HEADERS})
  set_target_properties(${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON
                        POSITION_INDEPENDENT_CODE ON)
  target_link_libraries(${name} PUBLIC afresh_options ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
  afresh_note_rooms(${name} SOURCES ${arg_SOURCES} HEADERS ${arg_HEADERS}
                    PRIVATE_HEADERS ${arg_PRIVATE_HEADERS} LINKS ${arg_LINKS}
                    PRIVATE_LINKS ${arg_PRIVATE_LINKS})
endfunction()
