# Every third-party target, in one place. What is missing stops the configuration with the name of
# the Debian package that has it.

function(afresh_require name package)
  if(NOT ${name}_FOUND)
    message(FATAL_ERROR "afresh needs ${name}: apt-get install ${package}")
  endif()
endfunction()

find_package(fmt QUIET)
afresh_require(fmt libfmt-dev)
find_package(nlohmann_json QUIET)
afresh_require(nlohmann_json nlohmann-json3-dev)
find_package(CLI11 QUIET)
afresh_require(CLI11 libcli11-dev)
find_package(Threads REQUIRED)
find_package(rapidcheck QUIET)
afresh_require(rapidcheck librapidcheck-dev)
if(AFRESH_TESTS)
  find_package(GTest QUIET)
  afresh_require(GTest "libgtest-dev libgmock-dev")
  find_package(valijson QUIET)
  afresh_require(valijson libvalijson-dev)
endif()
if(AFRESH_BENCHMARKS)
  find_package(benchmark QUIET)
  afresh_require(benchmark libbenchmark-dev)
endif()

# CPython: asked of the interpreter itself, so that another python3 earlier on PATH (pyenv, conda)
# cannot give its headers to this one's library.
execute_process(
  COMMAND ${AFRESH_PYTHON} -I -c "import sys, sysconfig as s; v = s.get_config_var
print(sys.version_info >= (3, 10), s.get_path('include'), v('LIBDIR'), v('LDLIBRARY'), '%d.%d.%d' % sys.version_info[:3], v('Py_ENABLE_SHARED'), v('Py_DEBUG'), sep=';', end='')"
  OUTPUT_VARIABLE afresh_python_facts RESULT_VARIABLE afresh_python_status ERROR_QUIET)
if(NOT afresh_python_status EQUAL 0)
  message(FATAL_ERROR "AFRESH_PYTHON=${AFRESH_PYTHON} does not run; expected a CPython >= 3.10")
endif()
list(GET afresh_python_facts 0 afresh_python_new_enough)
list(GET afresh_python_facts 1 AFRESH_PYTHON_INCLUDE)
list(GET afresh_python_facts 2 afresh_python_libdir)
list(GET afresh_python_facts 3 afresh_python_library)
list(GET afresh_python_facts 4 AFRESH_PYTHON_VERSION)
list(GET afresh_python_facts 5 afresh_python_shared)
list(GET afresh_python_facts 6 AFRESH_PYTHON_IS_DEBUG)  # counts all references: tests use that
if(NOT afresh_python_new_enough STREQUAL "True")
  message(FATAL_ERROR "AFRESH_PYTHON=${AFRESH_PYTHON} is CPython ${AFRESH_PYTHON_VERSION}; expected >= 3.10")
endif()
if(NOT afresh_python_shared STREQUAL "1" OR NOT EXISTS ${afresh_python_libdir}/${afresh_python_library})
  message(FATAL_ERROR "AFRESH_PYTHON=${AFRESH_PYTHON} has no shared library ${afresh_python_libdir}/${afresh_python_library}; expected a CPython built with --enable-shared")
endif()
if(NOT EXISTS ${AFRESH_PYTHON_INCLUDE}/Python.h)
  message(FATAL_ERROR "${AFRESH_PYTHON_INCLUDE}/Python.h is missing: apt-get install python3-dev")
endif()
message(STATUS "Embedding CPython ${AFRESH_PYTHON_VERSION} of ${AFRESH_PYTHON}")

add_library(afresh_cpython INTERFACE)
target_include_directories(afresh_cpython SYSTEM INTERFACE ${AFRESH_PYTHON_INCLUDE})
if(AFRESH_PYTHON_IS_DEBUG)
  # Debian's debug headers are links to the others', but for pyconfig.h: g++ must not follow them.
  target_compile_options(afresh_cpython INTERFACE
    $<$<CXX_COMPILER_ID:GNU>:-fno-canonical-system-headers>)
endif()
# A module has the interpreter that imports it, and must not bring another one along.
set(afresh_is_program $<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>)
target_link_libraries(afresh_cpython INTERFACE
  $<${afresh_is_program}:${afresh_python_libdir}/${afresh_python_library}>)
target_link_options(afresh_cpython INTERFACE $<${afresh_is_program}:-Wl,-rpath,${afresh_python_libdir}>)
