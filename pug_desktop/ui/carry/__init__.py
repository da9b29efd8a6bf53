"""What Kirim, Terima and Kantor share: sticks, places, work that runs on the page, amounts in words."""
