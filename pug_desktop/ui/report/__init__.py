"""The page Laporan: papers to print and sheets to hand on."""
