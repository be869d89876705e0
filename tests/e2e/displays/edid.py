"""edid.py OUTPUT NAME SERIAL: gives an output the identity of a monitor, so that it has a name and a stable id."""
import struct
import sys

from Xlib import Xatom, display
from Xlib.ext import randr
from Xlib.ext.randr import ChangeOutputProperty


def descriptor(tag, text):
    return bytes([0, 0, 0, tag, 0]) + (text.encode()[:12] + b'\n').ljust(13, b' ')


def block(name, serial):
    maker = struct.pack('>H', 0x10AC)
    product = struct.pack('<H', sum(name.encode()) & 0xFFFF)
    head = b'\x00' + b'\xff' * 6 + b'\x00' + maker + product + struct.pack('<I', serial) + bytes([10, 30, 1, 4])
    basics = bytes([0xA5, 53, 30, 120, 0]) + bytes(13)
    timing = bytes.fromhex('023a801871382d40582c4500132b2100001e')
    named = descriptor(0xFC, name) + descriptor(0xFF, f'SN{serial}') + descriptor(0x10, '')
    body = head + basics + b'\x01' * 16 + timing + named + b'\x00'
    assert len(body) == 127, len(body)
    return body + bytes([-sum(body) % 256])


def main():
    output, name, serial = sys.argv[1], sys.argv[2], int(sys.argv[3])
    server = display.Display()
    resources = randr.get_screen_resources(server.screen().root)
    for candidate in resources.outputs:
        if randr.get_output_info(server, candidate, resources.config_timestamp).name != output:
            continue
        ChangeOutputProperty(
            display=server.display,
            opcode=server.display.get_extension_major('RANDR'),
            output=candidate,
            property=server.intern_atom('EDID'),
            type=Xatom.INTEGER,
            mode=0,
            value=(8, block(name, serial)),
        )
        server.sync()
        return
    sys.exit(f'no output {output}')


main()
